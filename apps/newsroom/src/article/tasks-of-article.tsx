import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { LanguageMark } from '../design/language-mark';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';

/** Where each language of the article stands, and the way there. */
export function TasksOfArticle({ articleId }: { articleId: string }) {
  const { t } = useTranslation('article');
  const article = useQuery({
    queryKey: ['article', articleId],
    queryFn: () =>
      answer(api.GET('/api/v1/articles/{id}', { params: { path: { id: articleId } } })),
  });
  if (!article.data) return <RowsSkeleton rows={3} />;
  return (
    <Stack gap="xs">
      {article.data.editions.map((edition) => (
        <Group key={edition.id} gap="xs">
          <LanguageMark language={edition.language} />
          <StateBadge state={edition.state} />
          <Anchor component={Link} to={`/review/${edition.id}`} size="sm">
            {t('tasks.review')}
          </Anchor>
          {!edition.isSource && (
            <Anchor component={Link} to={`/translate/${edition.id}`} size="sm">
              {t('tasks.translate')}
            </Anchor>
          )}
        </Group>
      ))}
      <Text size="sm">
        <Anchor component={Link} to={`/journal?articleId=${articleId}`}>
          {t('tasks.journal')}
        </Anchor>
      </Text>
    </Stack>
  );
}
