import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, languageSchema } from '@desk/languages';
import { useSections } from '../board/board';
import type { MemoryAddress } from './memory-address';

/** A phrase and its language; without one, the pair, the section and the tag. */
export function UnitFilters({
  address,
  onChange,
}: {
  address: MemoryAddress;
  onChange: (address: MemoryAddress) => void;
}) {
  const { t, i18n } = useTranslation(['memory', 'workflow']);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const language = address.language ?? ui;
  const [words, setWords] = useState(address.text ?? '');
  const [searching, setSearching] = useState(address.text !== undefined);
  const seek = useDebouncedCallback((text: string) => {
    onChange({ ...address, language, text: text.trim() === '' ? undefined : text.trim() });
  }, 350);
  const named = languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }));
  return (
    <Group gap="xs" role="search">
      <TextInput
        flex="1 1 22rem"
        lang={language}
        aria-label={t('filter.words')}
        placeholder={t('filter.words')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setSearching(event.currentTarget.value.trim() !== '');
          seek(event.currentTarget.value);
        }}
      />
      <SegmentedControl
        aria-label={t('filter.wordsLanguage')}
        value={language}
        data={languages.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(value) => {
          onChange({ ...address, language: languages.find((one) => one === value) });
        }}
      />
      {searching ? (
        <Select
          flex="0 1 12rem"
          clearable
          aria-label={t('filter.other')}
          placeholder={t('filter.other')}
          value={address.otherLanguage ?? null}
          data={named.filter(({ value }) => value !== language)}
          onChange={(value) => {
            onChange({ ...address, otherLanguage: languages.find((one) => one === value) });
          }}
        />
      ) : (
        <ByOrigin address={address} onChange={onChange} />
      )}
    </Group>
  );
}

function ByOrigin({
  address,
  onChange,
}: {
  address: MemoryAddress;
  onChange: (address: MemoryAddress) => void;
}) {
  const { t, i18n } = useTranslation(['memory', 'workflow']);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const sections = useSections();
  const [tag, setTag] = useState(address.tag ?? '');
  const seekTag = useDebouncedCallback((text: string) => {
    onChange({ ...address, tag: text.trim() === '' ? undefined : text.trim() });
  }, 350);
  const named = languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }));
  return (
    <>
      {(['sourceLanguage', 'targetLanguage'] as const).map((side) => (
        <Select
          key={side}
          flex="1 1 9rem"
          clearable
          aria-label={t(`filter.${side}`)}
          placeholder={t(`filter.${side}`)}
          value={address[side] ?? null}
          data={named}
          onChange={(value) => {
            onChange({ ...address, [side]: languages.find((one) => one === value) });
          }}
        />
      ))}
      <Select
        flex="1 1 9rem"
        clearable
        aria-label={t('filter.section')}
        placeholder={t('filter.section')}
        value={address.sectionId ?? null}
        data={sections.data?.map(({ id, names }) => ({ value: id, label: names[ui] })) ?? []}
        onChange={(value) => {
          onChange({ ...address, sectionId: value ?? undefined });
        }}
      />
      <TextInput
        flex="1 1 8rem"
        aria-label={t('filter.tag')}
        placeholder={t('filter.tag')}
        leftSection={<IconTag size={16} aria-hidden />}
        value={tag}
        onChange={(event) => {
          setTag(event.currentTarget.value);
          seekTag(event.currentTarget.value);
        }}
      />
    </>
  );
}
