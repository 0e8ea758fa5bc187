import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import type { FoundTerm } from './sheet';

/** The glossary's terms in the segment: a click puts the translation where the cursor is. */
export function TermsPanel({
  terms,
  from,
  into,
  onInsert,
}: {
  terms: readonly FoundTerm[];
  from: Language;
  into: Language;
  onInsert: (term: string) => void;
}) {
  const { t } = useTranslation('translation');
  const known = terms.filter(
    ({ conceptId }, index) => terms.findIndex((one) => one.conceptId === conceptId) === index,
  );
  if (known.length === 0) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t('terms.none')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {known.map(({ conceptId, term, note, targets }) => (
        <Stack key={conceptId} gap={2}>
          <Text size="sm" lang={from} fw={500}>
            {term}
          </Text>
          <Group gap={4}>
            {targets
              .filter(({ language }) => language === into)
              .map((target) => (
                <Button
                  key={target.term}
                  size="compact-sm"
                  lang={into}
                  variant={target.status === 'preferred' ? 'light' : 'default'}
                  color={target.status === 'forbidden' ? 'red' : undefined}
                  disabled={target.status === 'forbidden'}
                  td={target.status === 'forbidden' ? 'line-through' : undefined}
                  title={t(`terms.${target.status}`)}
                  onClick={() => {
                    onInsert(target.term);
                  }}
                >
                  {target.term}
                </Button>
              ))}
          </Group>
          {note && (
            <Text size="xs" c="var(--desk-quiet)">
              {note}
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
