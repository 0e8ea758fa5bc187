import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client';
import { ComparisonView } from '../comparison/comparison-view';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import type { WorkingCopy } from '../transitions/transitions';

/** The revisions of an edition: what changed in each, and making an old one the text again. */
export function History({ copy, before }: { copy: WorkingCopy; before: () => Promise<boolean> }) {
  const { t } = useTranslation('article');
  const [comparing, setComparing] = useState<{ from: string; to: string } | null>(null);
  const revisions = useQuery({
    queryKey: ['edition', copy.id, 'revisions'],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/editions/{id}/revisions', { params: { path: { id: copy.id } } }),
        )
      ).items,
  });
  const restore = useAction(
    async (revisionId: string) => {
      await before();
      const now = await answer(
        api.GET('/api/v1/editions/{id}', { params: { path: { id: copy.id } } }),
      );
      await answer(
        api.POST('/api/v1/editions/{id}/restore', {
          params: { path: { id: copy.id }, header: ifMatch(now.version) },
          body: { revisionId },
        }),
      );
      window.location.reload();
    },
    { outdates: [], done: t('history.restored') },
  );
  const editable = copy.state === 'draft' || copy.state === 'changes_requested';
  if (revisions.isError) return <ProblemAlert error={revisions.error} />;
  if (!revisions.data) return <RowsSkeleton rows={3} />;
  if (revisions.data.length === 0) {
    return <Text c="var(--desk-quiet)">{t('history.none')}</Text>;
  }
  return (
    <Stack gap="xs">
      {restore.isError && <ProblemAlert error={restore.error} />}
      {revisions.data.map((revision, place) => {
        const earlier = revisions.data[place + 1];
        return (
          <Paper key={revision.id} withBorder p="xs" bg="var(--desk-paper)">
            <Text size="sm" fw={500}>
              {t('history.revision', { number: revision.number })}
              {revision.id === copy.liveRevisionId && ` · ${t('history.live')}`}
            </Text>
            <Text size="xs" c="var(--desk-quiet)">
              <Moment at={revision.createdAt} />
            </Text>
            <Group gap={6} mt={6}>
              {earlier && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => {
                    setComparing({ from: earlier.id, to: revision.id });
                  }}
                >
                  {t('history.changes')}
                </Button>
              )}
              {editable && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={restore.isPending}
                  onClick={() => {
                    restore.mutate(revision.id);
                  }}
                >
                  {t('history.restore')}
                </Button>
              )}
            </Group>
          </Paper>
        );
      })}
      {comparing && (
        <Modal
          opened
          size="xl"
          onClose={() => {
            setComparing(null);
          }}
          title={t('history.changes')}
        >
          <ComparisonView from={comparing.from} to={comparing.to} language={copy.language} />
        </Modal>
      )}
    </Stack>
  );
}
