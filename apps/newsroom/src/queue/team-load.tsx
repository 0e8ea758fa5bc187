import { Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';

type Counts = Shape<'TaskLoad'>['free'];
const total = ({ translate, review, sign_off }: Counts): number => translate + review + sign_off;

/** How much everybody has, so that work can be shared out. It counts, and ranks nobody. */
export function TeamLoad() {
  const { t } = useTranslation('queue');
  const load = useQuery({
    queryKey: ['tasks', 'load'],
    queryFn: () => answer(api.GET('/api/v1/tasks/load')),
  });
  if (load.isError) return <ProblemAlert error={load.error} />;
  if (!load.data) return <RowsSkeleton height={110} rows={3} />;
  const { free, people } = load.data;
  const most = Math.max(1, total(free), ...people.map(total));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
      <Load name={t('free')} counts={free} most={most} />
      {people.map(({ person, doneLast30Days, ...counts }) => (
        <Load
          key={person.id}
          name={person.name}
          counts={counts}
          most={most}
          done={doneLast30Days}
        />
      ))}
    </SimpleGrid>
  );
}

function Load({
  name,
  counts,
  most,
  done,
}: {
  name: string;
  counts: Counts;
  most: number;
  done?: number;
}) {
  const { t } = useTranslation('queue');
  const kinds = ['translate', 'review', 'sign_off'] as const;
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)">
      <Stack gap={6}>
        <Group justify="space-between">
          <Text fw={600}>{name}</Text>
          {counts.overdue > 0 && (
            <Text size="sm" c="red">
              {t('overdueCount', { count: counts.overdue })}
            </Text>
          )}
        </Group>
        <Progress
          value={(total(counts) / most) * 100}
          aria-label={t('hasNow', { count: total(counts) })}
        />
        <Text size="sm" c="var(--desk-quiet)">
          {kinds.map((kind) => `${t(`kinds.${kind}`)} ${counts[kind]}`).join(' · ')}
        </Text>
        {done !== undefined && (
          <Text size="xs" c="var(--desk-quiet)">
            {t('doneLately', { count: done })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
