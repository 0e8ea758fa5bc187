import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useSheet } from '../translation/sheet';
import { WrittenText } from '../translation/written-text';
import type { WorkingCopy } from '../transitions/transitions';

const colours = { blocking: 'red', warning: 'orange', note: 'gray' } as const;

/** What the checks found, and what the translator passed over, with the reason they gave. */
export function PassedOver({ edition }: { edition: WorkingCopy }) {
  return edition.isSource ? <OfSource /> : <OfTranslation edition={edition} />;
}

function OfSource() {
  const { t } = useTranslation('review');
  return <Text c="var(--desk-quiet)">{t('checksOfSource')}</Text>;
}

function OfTranslation({ edition }: { edition: WorkingCopy }) {
  const { t } = useTranslation('review');
  const sheet = useSheet(edition.id);
  if (sheet.isError) return <ProblemAlert error={sheet.error} />;
  if (!sheet.data) return <RowsSkeleton rows={4} />;
  const found = sheet.data.items.flatMap((segment) =>
    segment.findings
      .filter(({ severity }) => severity !== 'note')
      .map((finding) => ({ segment, finding })),
  );
  if (found.length === 0) return <Text c="var(--desk-quiet)">{t('noFindings')}</Text>;
  return (
    <Stack gap="sm" maw="48rem">
      {found.map(({ segment, finding }) => (
        <Alert
          key={segment.id + finding.key}
          color={finding.dismissal ? 'gray' : colours[finding.severity]}
          title={finding.message}
        >
          <Text size="sm">
            <WrittenText language={edition.language} written={segment.target} />
          </Text>
          {finding.dismissal && (
            <Text size="sm" mt={4}>
              {t('dismissed', { reason: finding.dismissal.reason })}
            </Text>
          )}
        </Alert>
      ))}
    </Stack>
  );
}
