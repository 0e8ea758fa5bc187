import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client';
import { hasCode } from '../api/problem';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { DomainInput } from './domain-input';
import type { Concept } from './glossary';
import { TermRows } from './term-rows';
import { TermText } from './term-text';
import { withEmptyRows, written } from './terms';

/**
 * A new concept, or changes of one. When somebody else changed it meanwhile, theirs is shown
 * and what was typed stays.
 */
export function ConceptForm({
  concept,
  onClose,
}: {
  concept: Concept | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(['glossary', 'shell']);
  const [rows, setRows] = useState(withEmptyRows(concept?.terms ?? []));
  const [domain, setDomain] = useState(concept?.domain ?? '');
  const [note, setNote] = useState(concept?.note ?? '');
  const [source, setSource] = useState(concept?.source ?? '');
  const [version, setVersion] = useState(concept?.version ?? 0);
  const [theirs, setTheirs] = useState<Concept | null>(null);
  const terms = written(rows);
  const body = { domain, note, source, terms };
  const save = useAction(
    () =>
      concept
        ? answer(
            api.PATCH('/api/v1/glossary/concepts/{id}', {
              params: { path: { id: concept.id }, header: ifMatch(version) },
              body,
            }),
          )
        : answer(api.POST('/api/v1/glossary/concepts', { body })),
    { outdates: ['glossary'], done: t('saved') },
  );
  async function readTheirs(id: string): Promise<void> {
    const params = { path: { id } };
    const now = await answer(api.GET('/api/v1/glossary/concepts/{id}', { params }));
    setVersion(now.version);
    setTheirs(now);
  }
  return (
    <Modal opened onClose={onClose} size="60rem" title={t(concept ? 'edit' : 'newConcept')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: onClose,
            onError: (error) => {
              if (concept && hasCode(error, 'request.changed_meanwhile')) {
                void readTheirs(concept.id).catch(() => undefined);
              }
            },
          });
        }}
      >
        <Stack>
          {theirs && (
            <Alert color="orange" role="alert" title={t('conflict.title')}>
              <Text size="sm">{t('conflict.theirs')}</Text>
              <Group gap="sm">
                {theirs.terms.map((term) => (
                  <TermText key={term.id} term={term} />
                ))}
              </Group>
              <Text size="sm">{t('conflict.saveAgain')}</Text>
            </Alert>
          )}
          {save.isError && !theirs && <ProblemAlert error={save.error} />}
          <TermRows rows={rows} onChange={setRows} />
          <Group grow align="start" preventGrowOverflow={false}>
            <DomainInput value={domain} onChange={setDomain} />
            <TextInput
              label={t('form.source')}
              description={t('form.sourceAbout')}
              maxLength={500}
              value={source}
              onChange={(event) => {
                setSource(event.currentTarget.value);
              }}
            />
          </Group>
          <Textarea
            label={t('form.note')}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => {
              setNote(event.currentTarget.value);
            }}
          />
          <Group gap="xs">
            <Button type="submit" loading={save.isPending} disabled={terms.length === 0}>
              {t('shell:save')}
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
