import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';

/** A pair of languages as people say it: from which, into which. */
export function usePairName(): (from: Language, into: Language) => string {
  const { t } = useTranslation('workflow');
  return (from, into) => `${t(`languages.${from}`)} → ${t(`languages.${into}`)}`;
}
