import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countWords, type Language } from '@desk/languages';
import { missingIn, needed, type Missing } from './checklist';
import type { EditionText } from './edition-text';

/** What the text still lacks, what cannot do without first; each leads to its place. */
export function ChecksPanel({
  text,
  language,
  onGoTo,
}: {
  text: EditionText;
  language: Language;
  onGoTo: (missing: Missing) => void;
}) {
  const { t } = useTranslation('article');
  const later = useDeferredValue(text);
  const missing = useMemo(
    () =>
      missingIn(later, (words) => countWords(words, language)).sort(
        (one, other) => Number(needed.includes(other.what)) - Number(needed.includes(one.what)),
      ),
    [later, language],
  );
  if (missing.length === 0) {
    return (
      <Alert color="mekong" icon={<IconCircleCheck aria-hidden />}>
        {t('checks.none')}
      </Alert>
    );
  }
  return (
    <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {missing.map((one) => (
        <li key={`${one.what} ${String(one.block)}`}>
          <Button
            variant="subtle"
            color="gray"
            c="var(--desk-ink)"
            fullWidth
            h="auto"
            py={6}
            px="xs"
            justify="start"
            styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
            leftSection={
              needed.includes(one.what) ? (
                <IconAlertCircle size={18} color="var(--mantine-color-red-6)" aria-hidden />
              ) : (
                <IconInfoCircle size={18} color="var(--desk-quiet)" aria-hidden />
              )
            }
            onClick={() => {
              onGoTo(one);
            }}
          >
            <Text size="sm" fw={400}>
              {t(`checks.${one.what}`)}
              {needed.includes(one.what) && ` ${t('checks.needed')}`}
            </Text>
          </Button>
        </li>
      ))}
    </Stack>
  );
}
