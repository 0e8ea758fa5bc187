import { Alert, Badge, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber, languageSchema } from '@desk/languages';
import { answer, api } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';

const colours = { ready: 'green', resting: 'orange', budget_used_up: 'red' } as const;

/** The translation engine: whether it answers, what it costs of this month's budget. */
export function EnginesPage() {
  const { t, i18n } = useTranslation(['engines', 'shell', 'workflow']);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const engines = useQuery({
    queryKey: ['engines'],
    queryFn: async () => (await answer(api.GET('/api/v1/engines'))).items,
  });
  return (
    <Page title={t('shell:places.engines')} about={t('about')}>
      {engines.isError && <ProblemAlert error={engines.error} />}
      {engines.isLoading && <RowsSkeleton rows={2} height={120} />}
      {engines.data?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {engines.data?.map((engine) => (
        <Paper key={engine.name} withBorder p="md" bg="var(--desk-paper)">
          <Stack gap="xs">
            <Group gap="xs">
              <Text fw={600}>
                {engine.name} {engine.model}
              </Text>
              <Badge color={colours[engine.state]}>{t(`states.${engine.state}`)}</Badge>
            </Group>
            <Text size="sm">
              {t('characters', {
                used: formatNumber(engine.characters, ui),
                all:
                  engine.monthlyCharacters === null
                    ? '∞'
                    : formatNumber(engine.monthlyCharacters, ui),
                month: engine.month,
              })}
            </Text>
            {engine.monthlyCharacters !== null && (
              <Progress
                value={Math.min(100, (engine.characters / engine.monthlyCharacters) * 100)}
                aria-label={t('budget')}
              />
            )}
            {engine.answeredAt && (
              <Text size="sm" c="var(--desk-quiet)">
                {t('answered')} <Moment at={engine.answeredAt} near />
              </Text>
            )}
            {engine.lastTrouble && (
              <Alert color="orange" title={t(`workflow:suggestions.${engine.lastTrouble.kind}`)}>
                <Text size="sm">{engine.lastTrouble.detail}</Text>
                <Text size="sm">
                  <Moment at={engine.lastTrouble.at} />
                </Text>
              </Alert>
            )}
          </Stack>
        </Paper>
      ))}
    </Page>
  );
}
