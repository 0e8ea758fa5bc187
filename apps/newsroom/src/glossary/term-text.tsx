import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Term } from './terms';

/** A term; what must not be written is struck through, and said so. */
export function TermText({ term }: { term: Pick<Term, 'language' | 'term' | 'status'> }) {
  const { t } = useTranslation('glossary');
  const forbidden = term.status === 'forbidden';
  return (
    <Text
      component="span"
      size="sm"
      fw={term.status === 'preferred' ? 600 : 400}
      c={forbidden ? 'var(--desk-quiet)' : undefined}
    >
      <span lang={term.language}>{forbidden ? <s>{term.term}</s> : term.term}</span>
      {forbidden && <VisuallyHidden> ({t('statuses.forbidden')})</VisuallyHidden>}
    </Text>
  );
}
