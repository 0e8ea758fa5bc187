import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { Difference } from './difference';
import type { Segment } from './sheet';

/** How the source changed since it was last translated. */
export function SourceChange({ segment, language }: { segment: Segment; language: Language }) {
  const { t } = useTranslation('translation');
  return (
    <Stack gap={4}>
      <Text size="xs" c="var(--desk-quiet)">
        {t('sourceDifference')}
      </Text>
      <Text size="sm">
        <Difference language={language} runs={segment.sourceDifference ?? []} />
      </Text>
    </Stack>
  );
}
