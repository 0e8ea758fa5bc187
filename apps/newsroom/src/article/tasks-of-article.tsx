import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';

type Edition = Shape<'BoardArticle'>['editions'][number];

/** Where each language of the article stands, who has it and by when; and the way there. */
export function TasksOfArticle({ articleId }: { articleId: string }) {
  const article = useQuery({
    queryKey: ['board', 'article', articleId],
    queryFn: () =>
      answer(api.GET('/api/v1/board/articles/{id}', { params: { path: { id: articleId } } })),
  });
  if (article.isError) return <ProblemAlert error={article.error} />;
  if (!article.data) return <RowsSkeleton rows={3} />;
  return (
    <Stack gap="xs">
      {article.data.editions.map((edition) => (
        <EditionCard key={edition.id} edition={edition} />
      ))}
    </Stack>
  );
}

function EditionCard({ edition }: { edition: Edition }) {
  const { t } = useTranslation('article');
  return (
    <Paper withBorder p="xs" bg="var(--desk-paper)">
      <Stack gap={6}>
        <Group gap="xs">
          <LanguageMark language={edition.language} />
          <StateBadge state={edition.state} />
          {edition.stale && <Badge color="orange">{t('tasks.stale')}</Badge>}
        </Group>
        {edition.tasks.map((task) => (
          <Group key={task.id} gap={6}>
            <Text size="sm">
              {t(`tasks.kinds.${task.kind}`)}: {task.assignee?.name ?? t('tasks.nobody')}
            </Text>
            <Text size="sm" c={task.overdue ? 'red' : 'var(--desk-quiet)'}>
              {t('tasks.due')} <Moment at={task.dueAt} near />
            </Text>
            {task.priority === 'urgent' && <Badge color="red">{t('tasks.urgent')}</Badge>}
          </Group>
        ))}
        {edition.tasks.length === 0 && (
          <Text size="sm" c="var(--desk-quiet)">
            {t('tasks.none')}
          </Text>
        )}
        <Group gap="md">
          {!edition.isSource && (
            <Anchor component={Link} to={`/translate/${edition.id}`} size="sm">
              {t('tasks.translate')}
            </Anchor>
          )}
          <Anchor component={Link} to={`/review/${edition.id}`} size="sm">
            {t('tasks.review')}
          </Anchor>
        </Group>
      </Stack>
    </Paper>
  );
}
