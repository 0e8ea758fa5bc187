import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { DomainInput } from './domain-input';
import type { Proposal } from './glossary';
import { TermRows } from './term-rows';
import { asDraft, written } from './terms';

interface Deciding {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** Takes a proposal into the glossary, as it is or changed. */
export function AcceptDialog({ proposal, onClose }: Deciding) {
  const { t } = useTranslation(['glossary', 'shell']);
  const [rows, setRows] = useState(proposal.terms.map(asDraft));
  const [domain, setDomain] = useState(proposal.domain);
  const terms = written(rows);
  const accept = useAction(
    () =>
      answer(
        api.POST('/api/v1/glossary/proposals/{id}/accept', {
          params: { path: { id: proposal.id } },
          body: proposal.conceptId === null ? { domain, terms } : { terms },
        }),
      ),
    { outdates: ['glossary'], done: t('proposal.accepted') },
  );
  return (
    <Modal opened onClose={onClose} size="60rem" title={t('proposal.accept')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          {accept.isError && <ProblemAlert error={accept.error} />}
          <Text size="sm">{t('proposal.acceptAbout')}</Text>
          <TermRows rows={rows} onChange={setRows} />
          {proposal.conceptId === null && <DomainInput value={domain} onChange={setDomain} />}
          <Group gap="xs">
            <Button type="submit" loading={accept.isPending} disabled={terms.length === 0}>
              {t('proposal.accept')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Declines a proposal with a word to whoever made it. */
export function DeclineDialog({ proposal, onClose }: Deciding) {
  const { t } = useTranslation(['glossary', 'shell']);
  const [comment, setComment] = useState('');
  const decline = useAction(
    () =>
      answer(
        api.POST('/api/v1/glossary/proposals/{id}/decline', {
          params: { path: { id: proposal.id } },
          body: { comment },
        }),
      ),
    { outdates: ['glossary'], done: t('proposal.declined') },
  );
  return (
    <Modal opened onClose={onClose} title={t('proposal.decline')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decline.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          {decline.isError && <ProblemAlert error={decline.error} />}
          <Textarea
            label={t('proposal.comment')}
            description={t('proposal.commentAbout', { name: proposal.proposedBy.name })}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={2000}
            value={comment}
            onChange={(event) => {
              setComment(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={decline.isPending} disabled={comment.trim() === ''}>
            {t('proposal.decline')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
