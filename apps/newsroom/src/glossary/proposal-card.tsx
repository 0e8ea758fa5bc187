import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { useMay } from '../session/session';
import { useDomainName, type Proposal } from './glossary';
import { AcceptDialog, DeclineDialog } from './proposal-decision';
import { TermText } from './term-text';

const colours = { open: 'blue', accepted: 'green', declined: 'gray' } as const;

/** A proposal: its terms, why, by whom, and what was decided. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('glossary');
  const manages = useMay('glossary.manage');
  const nameOf = useDomainName();
  const [deciding, setDeciding] = useState<'accept' | 'decline' | null>(null);
  const close = (): void => {
    setDeciding(null);
  };
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="xs">
        <Group gap={6}>
          <Badge color={colours[proposal.state]}>{t(`proposal.states.${proposal.state}`)}</Badge>
          <Badge color="gray" variant="outline">
            {t(proposal.conceptId === null ? 'proposal.new' : 'proposal.ofConcept')}
          </Badge>
          {proposal.domain && <Badge color="gray">{nameOf(proposal.domain)}</Badge>}
          <Text size="xs" c="var(--desk-quiet)">
            {proposal.proposedBy.name} · <Moment at={proposal.createdAt} near />
          </Text>
        </Group>
        {proposal.terms.map((term) => (
          <Group key={term.language + term.term} gap="xs">
            <LanguageMark language={term.language} />
            <TermText term={term} />
            <Text size="xs" c="var(--desk-quiet)">
              {t(`statuses.${term.status}`)}
              {term.note && ` · ${term.note}`}
            </Text>
          </Group>
        ))}
        {proposal.reason && <Text size="sm">{proposal.reason}</Text>}
        {proposal.decidedBy && proposal.decidedAt && (
          <Text size="sm" c="var(--desk-quiet)">
            {t('proposal.decidedBy', { name: proposal.decidedBy.name })} ·{' '}
            <Moment at={proposal.decidedAt} />
            {proposal.comment && ` · ${proposal.comment}`}
          </Text>
        )}
        {manages && proposal.state === 'open' && (
          <Group gap="xs">
            <Button
              size="xs"
              onClick={() => {
                setDeciding('accept');
              }}
            >
              {t('proposal.accept')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setDeciding('decline');
              }}
            >
              {t('proposal.decline')}
            </Button>
          </Group>
        )}
        {deciding === 'accept' && <AcceptDialog proposal={proposal} onClose={close} />}
        {deciding === 'decline' && <DeclineDialog proposal={proposal} onClose={close} />}
      </Stack>
    </Paper>
  );
}
