import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '../design/moment';
import { useBottleneck } from './board';

/** Where work piles up: how much waits at each step, how long it takes, which is the slowest. */
export function Bottleneck({ sectionId }: { sectionId: string | undefined }) {
  const { t } = useTranslation(['board', 'workflow']);
  const { data } = useBottleneck(sectionId);
  if (!data) return null;
  const { slowest } = data;
  return (
    <Group gap="xs" align="stretch" role="group" aria-label={t('bottleneck.label')}>
      {data.steps
        .filter(({ waiting, finished }) => waiting > 0 || finished > 0)
        .map(({ step, language, waiting, oldestSince, medianHours }) => {
          const slow = slowest?.step === step && slowest.language === language;
          return (
            <Paper
              key={`${step} ${language ?? ''}`}
              withBorder
              p="xs"
              bg={slow ? 'var(--desk-marked)' : 'var(--desk-paper)'}
              flex="1 1 9rem"
            >
              <Stack gap={0}>
                <Text size="xs" c={slow ? undefined : 'var(--desk-quiet)'}>
                  {t(`steps.${step}`)}
                  {language ? ` ${language.toUpperCase()}` : ''}
                  {slow ? ` · ${t('bottleneck.slowest')}` : ''}
                </Text>
                <Text fw={700} size="lg">
                  {waiting}
                </Text>
                {medianHours !== null && (
                  <Text size="xs" c={slow ? undefined : 'var(--desk-quiet)'}>
                    {t('bottleneck.median', { hours: Math.round(medianHours) })}
                  </Text>
                )}
                {oldestSince && (
                  <Text size="xs" c={slow ? undefined : 'var(--desk-quiet)'}>
                    {t('bottleneck.oldest')} <Moment at={oldestSince} near />
                  </Text>
                )}
              </Stack>
            </Paper>
          );
        })}
    </Group>
  );
}
