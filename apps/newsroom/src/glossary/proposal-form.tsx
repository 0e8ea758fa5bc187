import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { DomainInput } from './domain-input';
import type { Concept } from './glossary';
import { TermRows } from './term-rows';
import { TermText } from './term-text';
import { withEmptyRows, written } from './terms';

/** Proposes a new concept, or further terms for one that there is. */
export function ProposalForm({
  concept,
  onClose,
}: {
  concept: Concept | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['glossary', 'shell']);
  const [rows, setRows] = useState(withEmptyRows([]));
  const [domain, setDomain] = useState('');
  const [reason, setReason] = useState('');
  const terms = written(rows);
  const send = useAction(
    () =>
      answer(
        api.POST('/api/v1/glossary/proposals', {
          body: { domain, reason, terms, ...(concept && { conceptId: concept.id }) },
        }),
      ),
    { outdates: ['glossary'], done: t('propose.sent') },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={t(concept ? 'propose.terms' : 'propose.new')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(undefined, { onSuccess: onClose });
        }}
      >
        <Stack>
          {send.isError && <ProblemAlert error={send.error} />}
          {concept && (
            <>
              <Text size="sm">{t('propose.about')}</Text>
              <Group gap="sm">
                {concept.terms.map((term) => (
                  <TermText key={term.id} term={term} />
                ))}
              </Group>
            </>
          )}
          <TermRows rows={rows} onChange={setRows} />
          {!concept && <DomainInput value={domain} onChange={setDomain} />}
          <Textarea
            label={t('propose.reason')}
            description={t('propose.reasonAbout')}
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
          <Group gap="xs">
            <Button type="submit" loading={send.isPending} disabled={terms.length === 0}>
              {t('propose.send')}
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
