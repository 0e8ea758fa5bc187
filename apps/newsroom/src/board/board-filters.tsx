import { Chip, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editionStates } from '@desk/contracts';
import { languageSchema, languages } from '@desk/languages';
import { useSections } from './board';
import type { BoardAddress } from './board-address';

/** What is shown. Every choice stands in the address. */
export function BoardFilters({
  filter,
  onChange,
}: {
  filter: BoardAddress;
  onChange: (filter: BoardAddress) => void;
}) {
  const { t, i18n } = useTranslation(['board', 'workflow']);
  const sections = useSections();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const [text, setText] = useState(filter.text ?? '');
  const seek = useDebouncedCallback((words: string) => {
    onChange({ ...filter, text: words.trim() === '' ? undefined : words.trim() });
  }, 350);
  const flags = ['overdue', 'urgent', 'stale'] as const;
  return (
    <Group gap="xs" role="search">
      <TextInput
        size="sm"
        flex="1 1 10rem"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          seek(event.currentTarget.value);
        }}
      />
      <Select
        size="sm"
        flex="1 1 10rem"
        clearable
        aria-label={t('filter.section')}
        placeholder={t('filter.section')}
        value={filter.sectionId ?? null}
        data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
        onChange={(value) => {
          onChange({ ...filter, sectionId: value ?? undefined });
        }}
      />
      <Select
        size="sm"
        flex="1 1 10rem"
        clearable
        aria-label={t('filter.language')}
        placeholder={t('filter.language')}
        value={filter.language ?? null}
        data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
        onChange={(value) => {
          onChange({ ...filter, language: languages.find((one) => one === value) });
        }}
      />
      <Select
        size="sm"
        flex="1 1 10rem"
        clearable
        aria-label={t('filter.state')}
        placeholder={t('filter.state')}
        value={filter.state ?? null}
        data={editionStates.map((value) => ({ value, label: t(`workflow:states.${value}`) }))}
        onChange={(value) => {
          onChange({ ...filter, state: editionStates.find((one) => one === value) });
        }}
      />
      <Chip
        checked={filter.personId === 'me'}
        onChange={(mine) => {
          onChange({ ...filter, personId: mine ? 'me' : undefined });
        }}
      >
        {t('filter.mine')}
      </Chip>
      {flags.map((flag) => (
        <Chip
          key={flag}
          checked={filter[flag] ?? false}
          onChange={(wanted) => {
            onChange({ ...filter, [flag]: wanted || undefined });
          }}
        >
          {t(`filter.${flag}`)}
        </Chip>
      ))}
      <Select
        size="sm"
        w="11rem"
        allowDeselect={false}
        aria-label={t('sort.label')}
        value={filter.sort ?? 'updated'}
        data={(['updated', 'due', 'created'] as const).map((value) => ({
          value,
          label: t(`sort.${value}`),
        }))}
        onChange={(value) => {
          onChange({ ...filter, sort: value === 'due' || value === 'created' ? value : undefined });
        }}
      />
    </Group>
  );
}
