import { Alert, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BodyView } from '../design/body-view';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useSheet } from '../translation/sheet';
import { SourceText, TargetText } from '../translation/written-text';
import type { WorkingCopy } from '../transitions/transitions';
import { useRevision } from './rounds';
import classes from './review.module.css';

/** The text that is signed: of a translation beside its source, sentence by sentence. */
export function TextToSign({
  edition,
  revisionId,
}: {
  edition: WorkingCopy;
  revisionId: string | null;
}) {
  const { t } = useTranslation('review');
  if (!revisionId) return <Alert color="gray">{t('nothingToSign')}</Alert>;
  return edition.isSource ? (
    <Whole revisionId={revisionId} edition={edition} />
  ) : (
    <Pairs edition={edition} revisionId={revisionId} />
  );
}

function Whole({ revisionId, edition }: { revisionId: string; edition: WorkingCopy }) {
  const revision = useRevision(revisionId);
  if (revision.isError) return <ProblemAlert error={revision.error} />;
  if (!revision.data) return <RowsSkeleton />;
  const { title, summary, body } = revision.data;
  return (
    <Stack gap="sm" maw="44rem">
      <Title order={2} size="h3" lang={edition.language}>
        {title}
      </Title>
      {summary !== '' && (
        <Text fw={500} lang={edition.language}>
          {summary}
        </Text>
      )}
      <BodyView body={body} language={edition.language} />
    </Stack>
  );
}

/** What the segments do not say (their order in the text, pictures) the whole text does. */
function Pairs({ edition, revisionId }: { edition: WorkingCopy; revisionId: string }) {
  const { t } = useTranslation('review');
  const sheet = useSheet(edition.id);
  if (sheet.isError) return <ProblemAlert error={sheet.error} />;
  if (!sheet.data) return <RowsSkeleton rows={8} />;
  return (
    <Stack gap="lg">
      <div role="table" aria-label={t('pairs')}>
        {sheet.data.items.map((segment) => (
          <div key={segment.id} className={classes.pair} role="row">
            <div role="cell" className={classes.source}>
              <SourceText
                language={edition.sourceLanguage}
                written={segment.source}
                terms={segment.terms}
              />
            </div>
            <Text component="div" role="cell" fw={segment.kind === 'title' ? 600 : undefined}>
              <TargetText
                language={edition.language}
                written={segment.target}
                findings={segment.findings}
              />
            </Text>
          </div>
        ))}
      </div>
      <Title order={2} size="h4">
        {t('whole')}
      </Title>
      <Whole revisionId={revisionId} edition={edition} />
    </Stack>
  );
}
