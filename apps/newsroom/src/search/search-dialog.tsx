import { Group, Kbd, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { comparable } from '@desk/languages';
import { answer, api } from '../api/client';
import { LanguageMark } from '../design/language-mark';
import { ProblemAlert } from '../design/problem-alert';
import { TitleText } from '../design/title-text';
import { useSession } from '../session/session';
import { places, type Place } from '../shell/navigation';
import { foundThings, type Found } from './found';
import classes from './search.module.css';

/** Search over everything: places of the newsroom, articles, people, tasks, terms. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Modal opened onClose={onClose} title={t('search')} size="lg" yOffset="8vh" centered={false}>
      <Suspense>
        <Searching onClose={onClose} />
      </Suspense>
    </Modal>
  );
}

function Searching({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['search', 'shell']);
  const navigate = useNavigate();
  const { may } = useSession();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [sought] = useDebouncedValue(words.trim(), 200);
  const found = useQuery({
    queryKey: ['search', sought],
    enabled: sought.length > 0,
    queryFn: () => answer(api.GET('/api/v1/search', { params: { query: { q: sought } } })),
  });
  const all: readonly Place[] = Object.values(places).flat();
  const commands = [
    ...(may.includes('article.create')
      ? [
          {
            key: 'new',
            kind: 'commands' as const,
            title: t('shell:newArticle'),
            to: '/articles/new',
          },
        ]
      : []),
    ...all
      .filter(({ needs }) => needs === undefined || may.includes(needs))
      .map(({ to, name }) => ({
        key: to,
        kind: 'commands' as const,
        title: t(`shell:places.${name}` as 'shell:places.today'),
        to,
      })),
  ].filter(({ title }) => comparable(title).includes(comparable(words.trim())));
  const things: Found[] = [
    ...commands.slice(0, words.trim() === '' ? 8 : 4),
    ...(found.data && sought !== '' ? foundThings(found.data) : []),
  ];
  const chosen = Math.min(at, things.length - 1);

  function go({ to }: Found): void {
    onClose();
    void navigate({ to });
  }
  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((chosen + step + things.length) % Math.max(things.length, 1));
    }
    const thing = things[chosen];
    if (event.key === 'Enter' && thing) {
      event.preventDefault();
      go(thing);
    }
  }

  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="found"
        aria-activedescendant={things[chosen] ? `found-${chosen}` : undefined}
        aria-label={t('shell:search')}
        placeholder={t('about')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={words}
        onKeyDown={onKey}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
      />
      {found.isError && <ProblemAlert error={found.error} />}
      <div id="found" role="listbox" aria-label={t('results')}>
        {things.map((thing, place) => (
          <UnstyledButton
            key={thing.kind + thing.key}
            id={`found-${place}`}
            role="option"
            aria-selected={place === chosen}
            tabIndex={-1}
            className={classes.found}
            onClick={() => {
              go(thing);
            }}
          >
            <Group gap="xs" wrap="nowrap">
              <Text size="xs" c="var(--desk-quiet)" w="6.5rem">
                {t(`kinds.${thing.kind}`)}
              </Text>
              {thing.language && <LanguageMark language={thing.language} />}
              <Text flex={1}>
                <TitleText title={thing.title} />
              </Text>
              {place === chosen && <Kbd size="xs">Enter</Kbd>}
            </Group>
          </UnstyledButton>
        ))}
      </div>
      {things.length === 0 && !found.isFetching && (
        <Text c="var(--desk-quiet)">{t('none', { words: sought })}</Text>
      )}
    </Stack>
  );
}
