import { Button, Chip, Group, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { proposalStates } from '@desk/contracts';
import { EmptyState } from '../design/empty-state';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useProposals } from './glossary';
import type { GlossaryAddress } from './glossary-address';
import { ProposalCard } from './proposal-card';

const states = [...proposalStates, 'all'] as const;

/** What people proposed, and what became of it. */
export function Proposals({
  address,
  onChange,
}: {
  address: GlossaryAddress;
  onChange: (address: GlossaryAddress) => void;
}) {
  const { t } = useTranslation(['glossary', 'shell']);
  const proposals = useProposals(address);
  const items = proposals.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Group gap="sm">
        <SegmentedControl
          aria-label={t('proposal.which')}
          value={address.state ?? 'open'}
          data={states.map((value) => ({ value, label: t(`proposal.states.${value}`) }))}
          onChange={(value) => {
            onChange({
              ...address,
              state: states.find((one) => one === value && one !== 'open'),
            });
          }}
        />
        <Chip
          checked={address.mine ?? false}
          onChange={(wanted) => {
            onChange({ ...address, mine: wanted || undefined });
          }}
        >
          {t('proposal.mine')}
        </Chip>
      </Group>
      {proposals.isError && (
        <ProblemAlert error={proposals.error} retry={() => void proposals.refetch()} />
      )}
      {proposals.isLoading && <RowsSkeleton rows={3} height={110} />}
      {proposals.data && items.length === 0 && (
        <EmptyState title={t('proposal.none')}>{t('proposal.noneAbout')}</EmptyState>
      )}
      <Stack gap="xs">
        {items.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </Stack>
      {proposals.hasNextPage && (
        <Button
          variant="default"
          loading={proposals.isFetchingNextPage}
          onClick={() => void proposals.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </>
  );
}
