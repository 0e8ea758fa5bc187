import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { LanguageMark } from '../design/language-mark';
import { useDomainName, type Concept } from './glossary';
import classes from './glossary.module.css';
import { TermText } from './term-text';
import { byLanguage, headword } from './terms';

/** A concept in one line: how each language says it. The whole line opens it. */
export function ConceptRow({ concept, onOpen }: { concept: Concept; onOpen: () => void }) {
  const { t, i18n } = useTranslation('glossary');
  const nameOf = useDomainName();
  const ui = languageSchema.catch('vi').parse(i18n.language);
  return (
    <article className={classes.row}>
      {byLanguage(concept.terms).map(({ language, terms }) => (
        <div key={language} className={classes.side}>
          <LanguageMark language={language} />
          <div className={classes.terms}>
            {terms.map((term) => (
              <TermText key={term.id} term={term} />
            ))}
            {terms.length === 0 && (
              <Text size="sm" c="var(--desk-quiet)">
                {t('noTerm')}
              </Text>
            )}
          </div>
        </div>
      ))}
      <UnstyledButton
        className={classes.open}
        onClick={onOpen}
        aria-label={t('open', { term: headword(concept.terms, ui)?.term ?? '' })}
      >
        {nameOf(concept.domain)}
      </UnstyledButton>
    </article>
  );
}
