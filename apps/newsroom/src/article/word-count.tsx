import { Text } from '@mantine/core';
import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body } from '@desk/contracts';
import { countWords, formatNumber, languageSchema, type Language } from '@desk/languages';
import { plainText } from './plain-text';

/** So many words a minute are read. */
const READING_SPEED = 200;

/** How long a text is, in words and in minutes of reading; counted when there is time for it. */
export function WordCount({ body, language }: { body: Body; language: Language }) {
  return <Count body={useDeferredValue(body)} language={language} />;
}

const Count = memo(function Count({ body, language }: { body: Body; language: Language }) {
  const { t, i18n } = useTranslation('article');
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const words = countWords(plainText(body), language);
  return (
    <Text size="sm" c="var(--desk-quiet)">
      {t('words', { count: words, number: formatNumber(words, ui) })} ·{' '}
      {t('minutes', { count: Math.max(1, Math.round(words / READING_SPEED)) })}
    </Text>
  );
});
