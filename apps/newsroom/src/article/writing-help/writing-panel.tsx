import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WritingFinding, WritingReport } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { RowsSkeleton } from '../../design/rows-skeleton';
import { FindingRow } from './finding-row';

/** What the panel does to the text. */
export interface WritingHands {
  readonly goTo: (finding: WritingFinding) => void;
  readonly correct: (chosen: readonly (readonly [WritingFinding, string])[]) => void;
}

/** What is said of the words of a text, each with its way to put it right or leave it. */
export function WritingPanel({
  editionId,
  language,
  report,
  failed,
  hands,
}: {
  editionId: string;
  language: Language;
  report: WritingReport | undefined;
  failed: boolean;
  hands: WritingHands;
}) {
  const { t } = useTranslation('article');
  const safe = report?.items.filter((one) => one.safe) ?? [];
  return (
    <section aria-labelledby="writing-help">
      <Stack gap="xs">
        <Title order={3} size="h5" id="writing-help">
          {t('writing.title')}
        </Title>
        {failed && <Text size="sm">{t('writing.failed')}</Text>}
        {!report && !failed && <RowsSkeleton rows={3} />}
        {report?.items.length === 0 && (
          <Alert color="mekong" icon={<IconCircleCheck aria-hidden />}>
            {t('writing.none')}
          </Alert>
        )}
        {safe.length > 1 && (
          <Button
            variant="default"
            size="sm"
            onClick={() => {
              hands.correct(safe.map((one) => [one, one.corrections[0] ?? '']));
            }}
          >
            {t('writing.correctAll', { count: safe.length })}
          </Button>
        )}
        <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {report?.items.map((finding) => (
            <FindingRow
              key={`${finding.kind} ${finding.path} ${String(finding.from)}`}
              editionId={editionId}
              language={language}
              finding={finding}
              hands={hands}
            />
          ))}
        </Stack>
        {report && report.ignored > 0 && (
          <Text size="sm" c="var(--desk-quiet)">
            {t('writing.ignored', { count: report.ignored })}
          </Text>
        )}
        {report && !report.spelling && (
          <Text size="sm" c="var(--desk-quiet)">
            {t('writing.noSpelling')}
          </Text>
        )}
      </Stack>
    </section>
  );
}
