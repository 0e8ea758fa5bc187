import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Segment } from './sheet';
import type { Work } from './use-work';

/** What was typed and is not in the newsroom yet: here, and from an earlier visit. */
export function UnsentNotice({
  work: { waiting, restored },
  onOpen,
}: {
  work: Work;
  onOpen: (segment: Segment) => void;
}) {
  const { t } = useTranslation('translation');
  const [first] = waiting;
  return (
    <>
      {restored > 0 && (
        <Alert color="blue" role="status" p="xs">
          {t('restored', { count: restored })}
        </Alert>
      )}
      {first && (
        <Alert color="orange" role="alert" p="xs">
          <Group gap="sm">
            <Text size="sm">{t('unsent', { count: waiting.length })}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                onOpen(first);
              }}
            >
              {t('openSegmentNumber', { number: first.position + 1 })}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
