import { Chip, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { countOf, filters, type Filter } from './filters';
import type { Segment } from './sheet';

/** Which segments are shown: by what is left to do, by words. */
export function FilterBar({
  items,
  filter,
  words,
  onFilter,
  onWords,
}: {
  items: readonly Segment[];
  filter: Filter;
  words: string;
  onFilter: (filter: Filter) => void;
  onWords: (words: string) => void;
}) {
  const { t } = useTranslation('translation');
  return (
    <Group gap="xs">
      <Chip.Group
        value={filter}
        onChange={(value) => {
          onFilter(filters.find((one) => one === value) ?? 'all');
        }}
      >
        <Group gap={4} role="group" aria-label={t('filters.label')}>
          {filters.map((one) => (
            <Chip key={one} value={one} size="xs" variant="light">
              {t(`filters.${one}`)} {countOf(items, one)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        size="xs"
        aria-label={t('filters.words')}
        placeholder={t('filters.words')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => {
          onWords(event.currentTarget.value);
        }}
      />
    </Group>
  );
}
