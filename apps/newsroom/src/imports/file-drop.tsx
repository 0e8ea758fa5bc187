import { Button, FileButton, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sending } from './use-import';

/** A place to drop a file, or to choose one; how far its sending and reading is. */
export function FileDrop({
  accept,
  about,
  sending,
  onFile,
}: {
  accept: string;
  about: string;
  sending: Sending | null;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  return (
    <Paper
      withBorder
      p="lg"
      bg={over ? 'var(--desk-marked)' : 'var(--desk-paper)'}
      style={{ borderStyle: 'dashed' }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !sending) onFile(file);
      }}
    >
      <Stack align="center" gap="xs">
        <FileButton
          accept={accept}
          onChange={(file) => {
            if (file) onFile(file);
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={sending !== null}
              leftSection={<IconUpload size={18} aria-hidden />}
            >
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="var(--desk-quiet)" ta="center">
          {about}
        </Text>
        {sending && (
          <Stack gap={4} w="100%" maw="24rem">
            <Text size="sm" role="status">
              {t(`phase.${sending.phase}`, { percent: Math.round(sending.part * 100) })}
            </Text>
            <Progress value={sending.part * 100} aria-label={t('progress')} />
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
