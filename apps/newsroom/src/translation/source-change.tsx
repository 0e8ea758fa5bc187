import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import type { Segment } from './sheet';
import { WrittenText } from './written-text';

/** What the source said when it was last translated. */
export function SourceChange({ segment, language }: { segment: Segment; language: Language }) {
  const { t } = useTranslation('translation');
  return (
    <Stack gap={4}>
      <Text size="xs" c="var(--desk-quiet)">
        {t('sourceBefore')}
      </Text>
      <Text size="sm" td="line-through" component="del">
        <WrittenText language={language} written={segment.previousSource ?? ''} />
      </Text>
    </Stack>
  );
}
