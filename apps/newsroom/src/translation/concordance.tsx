import { Modal, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema, type Language } from '@desk/languages';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { WrittenText } from './written-text';

/** Every place of the memory where a phrase was translated, in either language. */
export function Concordance({
  from,
  into,
  words: first,
  onClose,
  onTake,
}: {
  from: Language;
  into: Language;
  words: string;
  onClose: () => void;
  onTake: (text: string) => void;
}) {
  const { t } = useTranslation('translation');
  const [words, setWords] = useState(first);
  const [sought] = useDebouncedValue(words.trim(), 300);
  const found = useQuery({
    queryKey: ['memory', 'search', from, into, sought],
    enabled: sought.length > 1,
    queryFn: () =>
      answer(
        api.GET('/api/v1/memory/search', {
          params: { query: { text: sought, language: from, otherLanguage: into, limit: 30 } },
        }),
      ),
  });
  return (
    <Modal opened onClose={onClose} title={t('concordance.title')} size="lg">
      <Stack>
        <TextInput
          data-autofocus
          lang={from}
          label={t('concordance.words')}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
        {found.isError && <ProblemAlert error={found.error} />}
        {found.isLoading && <RowsSkeleton rows={3} />}
        {found.data?.items.length === 0 && <Text size="sm">{t('concordance.none')}</Text>}
        {found.data?.items.map((unit) => (
          <Paper
            key={unit.id}
            component="button"
            type="button"
            withBorder
            p="xs"
            ta="start"
            bg="var(--desk-paper)"
            onClick={() => {
              onTake(unit.sourceLanguage === into ? unit.source : unit.target);
            }}
          >
            <Text size="sm" c="var(--desk-quiet)">
              <WrittenText
                language={languageSchema.parse(unit.sourceLanguage)}
                written={unit.source}
              />
            </Text>
            <Text size="sm">
              <WrittenText
                language={languageSchema.parse(unit.targetLanguage)}
                written={unit.target}
              />
            </Text>
          </Paper>
        ))}
      </Stack>
    </Modal>
  );
}
