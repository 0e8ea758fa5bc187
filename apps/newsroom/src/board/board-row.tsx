import { Anchor, Badge, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languages } from '@desk/languages';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { StateBadge } from '../design/state-badge';
import { TitleText } from '../design/title-text';
import { placeOf } from '../queue/task-place';
import type { BoardArticle, BoardEdition } from './board';
import classes from './board.module.css';

/** One article with its editions. */
export function BoardRow({
  article,
  choosable,
  chosen,
  onChoose,
}: {
  article: BoardArticle;
  choosable: boolean;
  chosen: boolean;
  onChoose: (wanted: boolean) => void;
}) {
  const { t } = useTranslation('board');
  const title = article.title === '' ? t('untitled') : article.title;
  return (
    <Table.Tr>
      {choosable && (
        <Table.Td>
          <Checkbox
            aria-label={t('choose', { title })}
            checked={chosen}
            onChange={(event) => {
              onChoose(event.currentTarget.checked);
            }}
          />
        </Table.Td>
      )}
      <Table.Td>
        <Stack gap={2}>
          <Anchor
            component={Link}
            to={`/articles/${article.articleId}`}
            fw={600}
            c="var(--desk-ink)"
          >
            <TitleText title={title} />
          </Anchor>
          <Text size="xs" c="var(--desk-quiet)">
            {article.byline === '' ? article.createdBy.name : article.byline} ·{' '}
            <Moment at={article.updatedAt} near />
          </Text>
        </Stack>
      </Table.Td>
      {languages.map((language) => (
        <Table.Td key={language}>
          <Cell edition={article.editions.find((one) => one.language === language)} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** What nobody has translated yet cannot be behind its source. */
const begun = ({ progress, liveness }: BoardEdition): boolean =>
  liveness !== 'none' || (progress?.confirmed ?? 0) > 0;

function Cell({ edition }: { edition: BoardEdition | undefined }) {
  const { t } = useTranslation('board');
  if (!edition) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t('noEdition')}
      </Text>
    );
  }
  const open = edition.tasks.filter(({ state }) => state === 'open' || state === 'claimed');
  return (
    <Stack gap={4} align="start">
      <Group gap={4}>
        <span className={classes.word}>
          <LanguageMark language={edition.language} />
        </span>
        <StateBadge state={edition.state} />
        {edition.liveness === 'live' && edition.state !== 'published' && (
          <Badge color="green" variant="outline">
            {t('live')}
          </Badge>
        )}
        {edition.liveness === 'withdrawn' && <Badge color="red">{t('withdrawn')}</Badge>}
        {begun(edition) && edition.stale && <Badge color="orange">{t('stale')}</Badge>}
      </Group>
      {edition.scheduledAt && (
        <Text size="xs">
          <Moment at={edition.scheduledAt} />
        </Text>
      )}
      {edition.progress && edition.progress.percent < 100 && (
        <Text size="xs" c="var(--desk-quiet)">
          {t('translated', { percent: edition.progress.percent })}
        </Text>
      )}
      {open.map((task) => (
        <Anchor
          key={task.id}
          component={Link}
          size="xs"
          to={placeOf({ kind: task.kind, editionId: edition.id })}
          c={task.overdue ? 'red' : undefined}
        >
          {t(`tasks.${task.kind}`)}: {task.assignee?.name ?? t('nobody')},{' '}
          <Moment at={task.dueAt} near />
        </Anchor>
      ))}
    </Stack>
  );
}
