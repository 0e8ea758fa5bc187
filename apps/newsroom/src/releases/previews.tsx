import { Group, Modal, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { BodyView } from '../design/body-view';
import { LanguageMark } from '../design/language-mark';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useEdition } from '../transitions/transitions';

/** All editions side by side, on the width of a desk or of a phone. */
export function Previews({
  editions,
  onClose,
}: {
  editions: readonly { editionId: string; language: Language; title: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation('releases');
  const [width, setWidth] = useState('desk');
  return (
    <Modal opened onClose={onClose} fullScreen title={t('preview')}>
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
          {editions.map(({ editionId, language }) => (
            <Stack key={editionId} maw={width === 'phone' ? 360 : undefined} gap="xs">
              <Group>
                <LanguageMark language={language} />
              </Group>
              <Preview editionId={editionId} language={language} />
            </Stack>
          ))}
        </SimpleGrid>
      </Stack>
    </Modal>
  );
}

function Preview({ editionId, language }: { editionId: string; language: Language }) {
  const edition = useEdition(editionId);
  if (!edition.data) return <RowsSkeleton rows={4} />;
  const { title, summary, body } = edition.data.text;
  return (
    <article lang={language}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text fw={500} my="sm">
        {summary}
      </Text>
      <BodyView body={body} language={language} />
    </article>
  );
}
