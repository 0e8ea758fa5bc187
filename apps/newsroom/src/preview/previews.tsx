import { Group, Modal, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { LanguageMark } from '../design/language-mark';
import { ReaderPage, type Width } from './reader-page';

export interface Previewed {
  readonly editionId: string;
  readonly language: Language;
  readonly revisionId?: string | undefined;
}

/** Editions side by side as readers will see them, on the width of a desk or of a phone. */
export function Previews({
  editions,
  onClose,
}: {
  editions: readonly Previewed[];
  onClose: () => void;
}) {
  const { t } = useTranslation('preview');
  const [width, setWidth] = useState<Width>('desk');
  return (
    <Modal opened onClose={onClose} fullScreen title={t('title')}>
      <Stack>
        <SegmentedControl
          aria-label={t('width.label')}
          value={width}
          onChange={setWidth}
          data={(['desk', 'phone'] as const).map((value) => ({
            value,
            label: t(`width.${value}`),
          }))}
          style={{ alignSelf: 'start' }}
        />
        <SimpleGrid cols={{ base: 1, md: editions.length }} spacing="xl">
          {editions.map(({ editionId, language, revisionId }) => (
            <Stack key={editionId} gap="xs">
              <Group>
                <LanguageMark language={language} />
              </Group>
              <ReaderPage {...{ editionId, language, revisionId, width }} />
            </Stack>
          ))}
        </SimpleGrid>
      </Stack>
    </Modal>
  );
}
