import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memoryFileImportSchema } from '@desk/contracts';
import { languages, languageSchema, type Language } from '@desk/languages';
import { answer, api } from '../api/client';
import { upload } from '../api/upload';
import { useAction } from '../design/use-action';
import { FileDrop } from './file-drop';
import { ImportHistory } from './import-history';
import { ProblemList } from './problem-list';
import { RefusedFile } from './refused-file';
import { useImport } from './use-import';

/** A TMX file into the memory: first what it holds, then, if that is right, its units. */
export function MemoryImport() {
  const { t } = useTranslation(['imports', 'workflow']);
  const [from, setFrom] = useState<Language>('vi');
  const [into, setInto] = useState<Language>('en');
  const [name, setName] = useState('');
  const given = useImport(
    (file, onProgress) => sendTmx(file, { from, into, name: file.name, dryRun: true }, onProgress),
    asked,
  );
  const taken = useImport(
    (file, onProgress) => sendTmx(file, { from, into, name, dryRun: false }, onProgress),
    asked,
  );
  const take = useAction(
    async () => {
      const done = given.file && (await taken.begin(given.file));
      if (done) given.forget();
    },
    { outdates: ['memory'] },
  );
  const choice = (label: string, value: Language, set: (language: Language) => void) => (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      disabled={given.outcome !== null}
      data={languages.map((one) => ({ value: one, label: t(`workflow:languages.${one}`) }))}
      onChange={(chosen) => {
        set(languageSchema.catch(value).parse(chosen));
      }}
    />
  );
  return (
    <Stack>
      <Group align="end">
        {choice(t('from'), from, setFrom)}
        {choice(t('into'), into, setInto)}
      </Group>
      {from === into ? (
        <Text c="red">{t('samePair')}</Text>
      ) : (
        <FileDrop
          accept=".tmx,.xml"
          about={t('memory.about')}
          sending={given.sending}
          onFile={(file) => {
            setName(file.name);
            taken.forget();
            void given.begin(file);
          }}
        />
      )}
      {given.error !== null && <RefusedFile error={given.error} />}
      {taken.error !== null && <RefusedFile error={taken.error} />}
      {given.outcome && (
        <Paper withBorder p="md" bg="var(--desk-paper)">
          <Stack gap="sm">
            <Text fw={600}>{t('memory.found', { count: given.outcome.read })}</Text>
            {given.outcome.other > 0 && (
              <Text size="sm">{t('memory.other', { count: given.outcome.other })}</Text>
            )}
            <ProblemList problems={given.outcome.problems} />
            <TextInput
              label={t('memory.name')}
              value={name}
              maxLength={200}
              onChange={({ currentTarget }) => {
                setName(currentTarget.value);
              }}
            />
            <Group>
              <Button
                disabled={given.outcome.read === 0 || name.trim() === ''}
                loading={take.isPending}
                onClick={() => {
                  take.mutate();
                }}
              >
                {t('memory.take', { count: given.outcome.read })}
              </Button>
              <Button variant="default" onClick={given.forget}>
                {t('leave')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      )}
      {taken.outcome?.import && (
        <Text role="status" fw={600}>
          {t('memory.taken', { count: taken.outcome.import.units })}{' '}
          {taken.outcome.import.known > 0 &&
            t('memory.known', { count: taken.outcome.import.known })}
        </Text>
      )}
      <ImportHistory />
    </Stack>
  );
}

type Taken = Awaited<ReturnType<typeof sendTmx>>;

function sendTmx(
  file: File,
  wanted: { from: Language; into: Language; name: string; dryRun: boolean },
  onProgress: (part: number) => void,
) {
  const query = new URLSearchParams({
    sourceLanguage: wanted.from,
    targetLanguage: wanted.into,
    name: wanted.name.slice(0, 200),
    dryRun: String(wanted.dryRun),
  });
  const path = `/api/v1/memory/exchange/imports?${query.toString()}`;
  return upload(path, file, memoryFileImportSchema, onProgress);
}

function asked(taken: Taken) {
  const { id } = taken;
  if (id === null) return null;
  return {
    now: taken,
    again: async () =>
      memoryFileImportSchema.parse(
        await answer(api.GET('/api/v1/memory/exchange/imports/{id}', { params: { path: { id } } })),
      ),
  };
}
