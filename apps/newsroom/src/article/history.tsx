import { Button, Group, Modal, Paper, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, languageSchema } from '@desk/languages';
import { answer, api, ifMatch } from '../api/client';
import { ComparisonView } from '../comparison/comparison-view';
import { ActionButton } from '../design/action-button';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { useSession } from '../session/session';
import type { WorkingCopy } from '../transitions/transitions';
import { useRevisions, type RevisionHead } from './revisions';

/** The revisions of an edition: what changed between any two, and making an old one the text again. */
export function History({
  copy,
  whyNoRestore,
  before,
}: {
  copy: WorkingCopy;
  whyNoRestore: string | null;
  /** Saves first what is typed: it stays in the history. */
  before: () => Promise<boolean>;
}) {
  const { t } = useTranslation('article');
  const [comparing, setComparing] = useState<{ from: string; to: string } | null>(null);
  const revisions = useRevisions(copy.id);
  const restore = useAction(
    async (revisionId: string) => {
      if (!(await before())) return;
      const path = { id: copy.id };
      const now = await answer(api.GET('/api/v1/editions/{id}', { params: { path } }));
      const params = { path, header: ifMatch(now.version) };
      await answer(api.POST('/api/v1/editions/{id}/restore', { params, body: { revisionId } }));
    },
    { outdates: ['edition', 'article'], done: t('history.restored') },
  );
  if (revisions.isError) return <ProblemAlert error={revisions.error} />;
  if (!revisions.data) return <RowsSkeleton rows={3} />;
  if (revisions.data.length === 0) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t('history.none')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {restore.isError && <ProblemAlert error={restore.error} />}
      {revisions.data.map((revision, place) => {
        const other = revisions.data[place + 1] ?? revisions.data[place - 1];
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
              {other && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    const [from, to] =
                      other.number < revision.number ? [other, revision] : [revision, other];
                    setComparing({ from: from.id, to: to.id });
                  }}
                >
                  {t('history.changes')}
                </Button>
              )}
              <ActionButton
                size="compact-sm"
                variant="default"
                whyNot={whyNoRestore}
                loading={restore.isPending && restore.variables === revision.id}
                onClick={() => {
                  restore.mutate(revision.id);
                }}
              >
                {t('history.restore')}
              </ActionButton>
            </Group>
          </Paper>
        );
      })}
      {comparing && (
        <Comparing
          revisions={revisions.data}
          comparing={comparing}
          copy={copy}
          onChange={setComparing}
        />
      )}
    </Stack>
  );
}

/** Two revisions beside each other; either can be another one. */
function Comparing({
  revisions,
  comparing,
  copy,
  onChange,
}: {
  revisions: readonly RevisionHead[];
  comparing: { from: string; to: string };
  copy: WorkingCopy;
  onChange: (comparing: { from: string; to: string } | null) => void;
}) {
  const { t, i18n } = useTranslation('article');
  const { person } = useSession();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const data = revisions.map(({ id, number, createdAt }) => ({
    value: id,
    label: `${t('history.revision', { number })} · ${formatMoment(new Date(createdAt), ui, { timeZone: person.timeZone })}`,
  }));
  return (
    <Modal
      opened
      size="xl"
      title={t('history.changes')}
      onClose={() => {
        onChange(null);
      }}
    >
      <Stack>
        <Group grow align="start">
          {(['from', 'to'] as const).map((end) => (
            <Select
              key={end}
              label={t(`history.${end}`)}
              allowDeselect={false}
              data={data}
              value={comparing[end]}
              onChange={(id) => {
                if (id) onChange({ ...comparing, [end]: id });
              }}
            />
          ))}
        </Group>
        <ComparisonView from={comparing.from} to={comparing.to} language={copy.language} />
      </Stack>
    </Modal>
  );
}
