import { Alert, Badge, Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { ActionButton } from '../design/action-button';
import { announce } from '../design/announce';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { useMay } from '../session/session';
import { ConceptForm } from './concept-form';
import { turnConcept, useConcept, useDomainName, type Concept } from './glossary';
import { ProposalForm } from './proposal-form';
import { TermText } from './term-text';
import { byLanguage, headword } from './terms';

/** A concept with all that is known of it. */
export function ConceptDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('glossary');
  const concept = useConcept(id);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const head = concept.data && headword(concept.data.terms, ui);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={head ? <span lang={head.language}>{head.term}</span> : t('concept')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {concept.isError && <ProblemAlert error={concept.error} />}
      {concept.isLoading && <RowsSkeleton rows={4} />}
      {concept.data && <ConceptView concept={concept.data} />}
    </Drawer>
  );
}

function ConceptView({ concept }: { concept: Concept }) {
  const { t } = useTranslation(['glossary', 'shell', 'workflow']);
  const nameOf = useDomainName();
  const [writing, setWriting] = useState<'concept' | 'proposal' | null>(null);
  const close = (): void => {
    setWriting(null);
  };
  const retired = concept.retiredAt !== null;
  return (
    <Stack>
      <Group gap="xs">
        <Badge color="gray">{nameOf(concept.domain)}</Badge>
        {retired && <Badge color="orange">{t('retired')}</Badge>}
      </Group>
      {retired && <Alert color="orange">{t('retiredAbout')}</Alert>}
      {byLanguage(concept.terms).map(({ language, terms }) => (
        <Stack key={language} gap={4} component="section">
          <Title order={3} size="h6" c="var(--desk-quiet)">
            {t(`workflow:languages.${language}`)}
          </Title>
          {terms.length === 0 && <Text size="sm">{t('noTerm')}</Text>}
          {terms.map((term) => (
            <Stack key={term.id} gap={0}>
              <Group gap="xs">
                <TermText term={term} />
                <StatusBadge status={term.status} />
              </Group>
              {term.note && (
                <Text size="sm" c="var(--desk-quiet)">
                  {term.note}
                </Text>
              )}
            </Stack>
          ))}
        </Stack>
      ))}
      {concept.note && <Text size="sm">{concept.note}</Text>}
      <Text size="xs" c="var(--desk-quiet)">
        {concept.source && `${concept.source} · `}
        {t('updated')} <Moment at={concept.updatedAt} />
      </Text>
      <Deeds concept={concept} onWrite={setWriting} />
      {writing === 'concept' && <ConceptForm concept={concept} onClose={close} />}
      {writing === 'proposal' && <ProposalForm concept={concept} onClose={close} />}
    </Stack>
  );
}

/** What this person may do with a concept. To retire one is undone with one touch. */
function Deeds({
  concept,
  onWrite,
}: {
  concept: Concept;
  onWrite: (what: 'concept' | 'proposal') => void;
}) {
  const { t } = useTranslation(['glossary', 'shell']);
  const manages = useMay('glossary.manage');
  const proposes = useMay('glossary.propose');
  const turn = useAction(turnConcept, { outdates: ['glossary'] });
  const tell = (now: Concept): void => {
    const text = t(now.retiredAt === null ? 'restoredNow' : 'retiredNow');
    announce(text);
    const id = notifications.show({
      color: 'mekong',
      message: (
        <Group justify="space-between">
          <Text size="sm">{text}</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              turn.mutate(now);
            }}
          >
            {t('shell:undo')}
          </Button>
        </Group>
      ),
    });
  };
  return (
    <Stack gap="xs">
      {turn.isError && <ProblemAlert error={turn.error} />}
      <Group gap="xs">
        {manages && (
          <>
            <Button
              onClick={() => {
                onWrite('concept');
              }}
            >
              {t('edit')}
            </Button>
            <Button
              variant="default"
              loading={turn.isPending}
              onClick={() => {
                turn.mutate(concept, { onSuccess: tell });
              }}
            >
              {t(concept.retiredAt === null ? 'retire' : 'restore')}
            </Button>
          </>
        )}
        {proposes && (
          <ActionButton
            variant="default"
            whyNot={concept.retiredAt === null ? null : t('retiredAbout')}
            onClick={() => {
              onWrite('proposal');
            }}
          >
            {t('propose.terms')}
          </ActionButton>
        )}
      </Group>
    </Stack>
  );
}

const colours = { preferred: 'green', admitted: 'gray', forbidden: 'red' } as const;

function StatusBadge({ status }: { status: Concept['terms'][number]['status'] }) {
  const { t } = useTranslation('glossary');
  return (
    <Badge size="sm" color={colours[status]}>
      {t(`statuses.${status}`)}
    </Badge>
  );
}
