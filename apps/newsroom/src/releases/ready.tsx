import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSections } from '../board/board';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';
import { TitleText } from '../design/title-text';
import { EditionActions } from './edition-actions';
import { Previews } from '../preview/previews';
import { useReady } from './releases';
import type { Shape } from '../api/client';

/** Articles of which something is signed off: what can go now, and what the rest waits for. */
export function Ready() {
  const { t } = useTranslation('releases');
  const ready = useReady();
  if (ready.isError) return <ProblemAlert error={ready.error} />;
  if (!ready.data) return <RowsSkeleton height={120} />;
  if (ready.data.length === 0) {
    return <EmptyState title={t('none.ready')}>{t('readyAbout')}</EmptyState>;
  }
  return (
    <Stack gap="sm">
      {ready.data.map((article) => (
        <ReadyArticle key={article.articleId} article={article} />
      ))}
    </Stack>
  );
}

function ReadyArticle({ article }: { article: Shape<'BoardArticle'> }) {
  const { t } = useTranslation('releases');
  const sections = useSections();
  const [seeing, setSeeing] = useState(false);
  const policy = sections.data?.find(({ id }) => id === article.sectionId)?.policy;
  const together = policy?.release === 'together';
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Anchor
            component={Link}
            to={`/articles/${article.articleId}`}
            fw={600}
            c="var(--desk-ink)"
          >
            <TitleText title={article.title} />
          </Anchor>
          <Group gap="xs">
            {policy && <Badge variant="default">{t(together ? 'together' : 'asReady')}</Badge>}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setSeeing(true);
              }}
            >
              {t('preview')}
            </Button>
          </Group>
        </Group>
        {article.editions.map((edition) => (
          <Group key={edition.id} justify="space-between" gap="xs">
            <Group gap="xs">
              <LanguageMark language={edition.language} />
              <StateBadge state={edition.state} />
              {edition.state !== 'approved' && edition.tasks[0] && (
                <Text size="sm" c="var(--desk-quiet)">
                  {t('waitsFor', { name: edition.tasks[0].assignee?.name ?? t('nobody') })}
                </Text>
              )}
            </Group>
            <EditionActions editionId={edition.id} />
          </Group>
        ))}
        {policy?.requiredLanguages
          .filter((wanted) => !article.editions.some(({ language }) => language === wanted))
          .map((language) => (
            <Group key={language} gap="xs">
              <LanguageMark language={language} />
              <Text size="sm" c="var(--desk-quiet)">
                {t('missing')}
              </Text>
            </Group>
          ))}
      </Stack>
      {seeing && (
        <Previews
          editions={article.editions.map(({ id, language }) => ({ editionId: id, language }))}
          onClose={() => {
            setSeeing(false);
          }}
        />
      )}
    </Paper>
  );
}
