import { Button, Chip, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '@desk/languages';
import { EmptyState } from '../design/empty-state';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { ConceptRow } from './concept-row';
import { useConcepts, useDomainName, useDomains } from './glossary';
import type { GlossaryAddress } from './glossary-address';

interface Shown {
  readonly address: GlossaryAddress;
  readonly onChange: (address: GlossaryAddress) => void;
}

/** Concepts in the order of the alphabet: all, of a domain, or those with some letters. */
export function Concepts({ address, onChange }: Shown) {
  const { t } = useTranslation(['glossary', 'shell']);
  const concepts = useConcepts(address);
  const items = concepts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ConceptFilters address={address} onChange={onChange} />
      {concepts.isError && (
        <ProblemAlert error={concepts.error} retry={() => void concepts.refetch()} />
      )}
      {concepts.isLoading && <RowsSkeleton height={64} />}
      {concepts.data && items.length === 0 && (
        <EmptyState title={t('none.title')}>{t('none.about')}</EmptyState>
      )}
      <Stack gap="xs">
        {items.map((concept) => (
          <ConceptRow
            key={concept.id}
            concept={concept}
            onOpen={() => {
              onChange({ ...address, concept: concept.id });
            }}
          />
        ))}
      </Stack>
      {concepts.hasNextPage && (
        <Button
          variant="default"
          loading={concepts.isFetchingNextPage}
          onClick={() => void concepts.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </>
  );
}

function ConceptFilters({ address, onChange }: Shown) {
  const { t } = useTranslation(['glossary', 'workflow']);
  const domains = useDomains();
  const nameOf = useDomainName();
  const [text, setText] = useState(address.search ?? '');
  const seek = useDebouncedCallback((words: string) => {
    onChange({ ...address, search: words.trim() === '' ? undefined : words.trim() });
  }, 350);
  return (
    <Group gap="xs" role="search">
      <TextInput
        flex="2 1 16rem"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          seek(event.currentTarget.value);
        }}
      />
      <Select
        flex="1 1 10rem"
        clearable
        aria-label={t('filter.language')}
        placeholder={t('filter.language')}
        value={address.language ?? null}
        data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
        onChange={(value) => {
          onChange({ ...address, language: languages.find((one) => one === value) });
        }}
      />
      <Select
        flex="1 1 12rem"
        clearable
        aria-label={t('filter.domain')}
        placeholder={t('filter.domain')}
        value={address.domain ?? null}
        data={
          domains.data
            ?.filter(({ domain }) => domain !== '')
            .map(({ domain, concepts }) => ({
              value: domain,
              label: `${nameOf(domain)} (${concepts})`,
            })) ?? []
        }
        onChange={(value) => {
          onChange({ ...address, domain: value ?? undefined });
        }}
      />
      <Chip
        checked={address.retired ?? false}
        onChange={(wanted) => {
          onChange({ ...address, retired: wanted || undefined });
        }}
      >
        {t('filter.retired')}
      </Chip>
    </Group>
  );
}
