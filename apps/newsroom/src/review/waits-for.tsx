import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { useSections } from '../board/board';
import { LanguageMark } from '../design/language-mark';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { StateBadge } from '../design/state-badge';
import { TitleText } from '../design/title-text';

/** The article's other editions, and whether they go public together. */
export function WaitsFor({ articleId }: { articleId: string }) {
  const { t } = useTranslation('review');
  const article = useQuery({
    queryKey: ['article', articleId],
    queryFn: () =>
      answer(api.GET('/api/v1/articles/{id}', { params: { path: { id: articleId } } })),
  });
  const sections = useSections();
  if (article.isError) return <ProblemAlert error={article.error} />;
  if (!article.data) return <RowsSkeleton rows={3} />;
  const { sectionId, editions } = article.data;
  const policy = sections.data?.find(({ id }) => id === sectionId)?.policy;
  const missing =
    policy?.requiredLanguages.filter(
      (wanted) => !editions.some(({ language }) => language === wanted),
    ) ?? [];
  return (
    <Stack gap="xs" maw="48rem">
      {policy && <Text size="sm">{t(`release.${policy.release}`)}</Text>}
      {editions.map((edition) => (
        <Paper key={edition.id} withBorder p="sm" bg="var(--desk-paper)">
          <Group gap="xs">
            <LanguageMark language={edition.language} />
            <StateBadge state={edition.state} />
            <Anchor component={Link} to={`/review/${edition.id}`} c="var(--desk-ink)">
              <TitleText title={edition.title === '' ? t('untitled') : edition.title} />
            </Anchor>
          </Group>
        </Paper>
      ))}
      {missing.map((language) => (
        <Group key={language} gap="xs">
          <LanguageMark language={language} />
          <Text size="sm" c="var(--desk-quiet)">
            {t('notBegun')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
