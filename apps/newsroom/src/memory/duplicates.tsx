import { Button, Group, Paper, Radio, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { FoundText } from './found-text';
import { mergeUnits, useDuplicates, type Unit } from './memory';

type Group = Shape<'MemoryDuplicates'>['items'][number];

/** Sentences that have several translations; one of them can be made to stand for all. */
export function Duplicates() {
  const { t } = useTranslation('memory');
  const found = useDuplicates();
  if (found.isError) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <RowsSkeleton height={140} rows={3} />;
  if (found.data.length === 0) {
    return <EmptyState title={t('noDuplicates.title')}>{t('noDuplicates.about')}</EmptyState>;
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--desk-quiet)">
        {t('duplicatesAbout')}
      </Text>
      {found.data.map((group) => (
        <DuplicateGroup key={group.units.map(({ id }) => id).join()} group={group} />
      ))}
    </Stack>
  );
}

function DuplicateGroup({ group }: { group: Group }) {
  const { t } = useTranslation(['memory', 'shell']);
  const [keptId, setKeptId] = useState(group.units[0]?.id ?? '');
  const merge = useAction(
    ({ kept, others }: { kept: Unit; others: Unit[] }) => mergeUnits(kept, others),
    { outdates: ['memory'], done: t('merged') },
  );
  const kept = group.units.find(({ id }) => id === keptId);
  const others = group.units.filter(({ id }) => id !== keptId);
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="sm">
        <Group gap="xs" wrap="nowrap" align="start">
          <LanguageMark language={group.sourceLanguage} />
          <Text fw={600}>
            <FoundText language={group.sourceLanguage} written={group.source} />
          </Text>
        </Group>
        <Radio.Group value={keptId} onChange={setKeptId} label={t('keepWhich')}>
          <Stack gap="xs" mt="xs">
            {group.units.map((unit) => (
              <Radio
                key={unit.id}
                value={unit.id}
                label={<FoundText language={group.targetLanguage} written={unit.target} />}
                description={
                  <>
                    {t('history.uses', { count: unit.uses })} · <Moment at={unit.updatedAt} />
                  </>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        {merge.isError && <ProblemAlert error={merge.error} />}
        <Button
          variant="default"
          style={{ alignSelf: 'start' }}
          loading={merge.isPending}
          onClick={() => {
            if (!kept) return;
            modals.openConfirmModal({
              title: t('merge'),
              children: t('mergeAbout', { count: others.length }),
              labels: { confirm: t('merge'), cancel: t('shell:cancel') },
              onConfirm: () => {
                merge.mutate({ kept, others });
              },
            });
          }}
        >
          {t('merge')}
        </Button>
      </Stack>
    </Paper>
  );
}
