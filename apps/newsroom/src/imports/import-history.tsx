import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

type Past = Shape<'MemoryImport'>;

/** What was taken into the memory before; each can be undone. */
export function ImportHistory() {
  const { t } = useTranslation('imports');
  const past = useInfiniteQuery({
    queryKey: ['memory', 'imports'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/memory/imports', {
          params: { query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const items = past.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('history')}
      </Title>
      {past.isError && <ProblemAlert error={past.error} retry={() => void past.refetch()} />}
      {past.isLoading && <RowsSkeleton rows={2} height={64} />}
      {past.data && items.length === 0 && (
        <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
      )}
      {items.map((one) => (
        <PastImport key={one.id} past={one} />
      ))}
      {past.hasNextPage && (
        <Button
          variant="default"
          loading={past.isFetchingNextPage}
          onClick={() => void past.fetchNextPage()}
        >
          {t('older')}
        </Button>
      )}
    </Stack>
  );
}

function PastImport({ past }: { past: Past }) {
  const { t } = useTranslation('imports');
  const undo = useAction(
    () =>
      answer(
        api.POST('/api/v1/memory/imports/{id}/undo', {
          params: { path: { id: past.id }, header: ifMatch(past.version) },
        }),
      ),
    { outdates: ['memory'], done: t('undone') },
  );
  return (
    <Paper component="article" withBorder p="sm" bg="var(--desk-paper)">
      <Group justify="space-between" align="start">
        <Stack gap={4} style={{ minWidth: 0, overflowWrap: 'anywhere' }} flex="1 1 12rem">
          <Text fw={600}>{past.name}</Text>
          <Group gap={6}>
            <LanguageMark language={past.sourceLanguage} /> →{' '}
            <LanguageMark language={past.targetLanguage} />
            <Text size="sm" c="var(--desk-quiet)">
              {t('memory.taken', { count: past.units })}{' '}
              {past.known > 0 && t('memory.known', { count: past.known })}
            </Text>
          </Group>
          <Text size="sm" c="var(--desk-quiet)">
            <Moment at={String(past.createdAt)} />
          </Text>
          {past.undoneAt !== null && (
            <Text size="sm">
              {t('wasUndone')} <Moment at={String(past.undoneAt)} />{' '}
              {past.kept > 0 && t('kept', { count: past.kept })}
            </Text>
          )}
        </Stack>
        {past.undoneAt === null && (
          <Button
            size="sm"
            variant="default"
            loading={undo.isPending}
            aria-label={t('undoNamed', { name: past.name })}
            onClick={() => {
              undo.mutate();
            }}
          >
            {t('undo')}
          </Button>
        )}
      </Group>
      {undo.isError && <ProblemAlert error={undo.error} />}
    </Paper>
  );
}
