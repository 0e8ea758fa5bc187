import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { EmptyState } from '../design/empty-state';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useConcordance, useUnits } from './memory';
import type { MemoryAddress } from './memory-address';
import { UnitCard } from './unit-card';
import { UnitFilters } from './unit-filters';

/** Units of the memory: those that hold a phrase, or all by where they come from. */
export function Units({
  address,
  onChange,
}: {
  address: MemoryAddress;
  onChange: (address: MemoryAddress) => void;
}) {
  return (
    <>
      <UnitFilters address={address} onChange={onChange} />
      {address.text === undefined ? (
        <AllUnits address={address} onChange={onChange} />
      ) : (
        <FoundUnits address={address} text={address.text} />
      )}
    </>
  );
}

function FoundUnits({ address, text }: { address: MemoryAddress; text: string }) {
  const { t, i18n } = useTranslation('memory');
  const language = address.language ?? languageSchema.catch('vi').parse(i18n.language);
  const found = useConcordance(text, language, address.otherLanguage);
  if (found.isError) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <RowsSkeleton height={92} />;
  const { total, items } = found.data;
  if (items.length === 0) {
    return <EmptyState title={t('nothingFound.title')}>{t('nothingFound.about')}</EmptyState>;
  }
  return (
    <Stack gap="xs">
      <Text size="sm" c="var(--desk-quiet)" role="status">
        {total > items.length
          ? t('foundFirst', { count: total, shown: items.length })
          : t('found', { count: total })}
      </Text>
      {items.map((unit) => (
        <UnitCard key={unit.id} unit={unit} sought={{ text, language }} />
      ))}
    </Stack>
  );
}

function AllUnits({
  address,
  onChange,
}: {
  address: MemoryAddress;
  onChange: (address: MemoryAddress) => void;
}) {
  const { t } = useTranslation(['memory', 'shell']);
  const units = useUnits(address);
  const narrowed = address.importId ? 'importId' : address.articleId ? 'articleId' : null;
  const only = narrowed && (
    <Group gap="xs">
      <Text size="sm">{t(`only.${narrowed}`)}</Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          onChange({ ...address, [narrowed]: undefined });
        }}
      >
        {t('only.all')}
      </Button>
    </Group>
  );
  if (units.isError) return <ProblemAlert error={units.error} retry={() => void units.refetch()} />;
  if (!units.data) return <RowsSkeleton height={92} />;
  const items = units.data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="xs">
      {only}
      {items.length === 0 && <EmptyState title={t('none.title')}>{t('none.about')}</EmptyState>}
      {items.map((unit) => (
        <UnitCard key={unit.id} unit={unit} />
      ))}
      {units.hasNextPage && (
        <Button
          variant="default"
          loading={units.isFetchingNextPage}
          onClick={() => void units.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Stack>
  );
}
