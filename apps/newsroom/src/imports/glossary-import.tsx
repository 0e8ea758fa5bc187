import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { glossaryImportSchema } from '@desk/contracts';
import { upload } from '../api/upload';
import { useAction } from '../design/use-action';
import { FileDrop } from './file-drop';
import { ProblemList } from './problem-list';
import { RefusedFile } from './refused-file';
import { useImport } from './use-import';

const send = (dryRun: boolean) => (file: File, onProgress: (part: number) => void) =>
  upload(
    `/api/v1/glossary/exchange/imports?dryRun=${String(dryRun)}`,
    file,
    glossaryImportSchema,
    onProgress,
  );
const readAtOnce = (): null => null;

/** A file of terms into the glossary: first what is new in it, then that. */
export function GlossaryImport() {
  const { t } = useTranslation('imports');
  const given = useImport(send(true), readAtOnce);
  const taken = useImport(send(false), readAtOnce);
  const take = useAction(
    async () => {
      const done = given.file && (await taken.begin(given.file));
      if (done) given.forget();
    },
    { outdates: ['glossary'] },
  );
  return (
    <Stack>
      <FileDrop
        accept=".tbx,.xml,.csv"
        about={t('glossary.about')}
        sending={given.sending}
        onFile={(file) => {
          taken.forget();
          void given.begin(file);
        }}
      />
      {given.error !== null && <RefusedFile error={given.error} />}
      {taken.error !== null && <RefusedFile error={taken.error} />}
      {given.outcome && (
        <Paper withBorder p="md" bg="var(--desk-paper)">
          <Stack gap="sm">
            <Text fw={600}>{t('glossary.found', { count: given.outcome.added })}</Text>
            {given.outcome.known > 0 && (
              <Text size="sm">{t('glossary.known', { count: given.outcome.known })}</Text>
            )}
            <ProblemList problems={given.outcome.problems} />
            <Group>
              <Button
                disabled={given.outcome.added === 0}
                loading={take.isPending}
                onClick={() => {
                  take.mutate();
                }}
              >
                {t('glossary.take', { count: given.outcome.added })}
              </Button>
              <Button variant="default" onClick={given.forget}>
                {t('leave')}
              </Button>
            </Group>
          </Stack>
        </Paper>
      )}
      {taken.outcome && (
        <Text role="status" fw={600}>
          {t('glossary.taken', { count: taken.outcome.added })}
        </Text>
      )}
    </Stack>
  );
}
