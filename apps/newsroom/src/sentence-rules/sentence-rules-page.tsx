import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function SentenceRulesPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.sentenceRules')}>{null}</Page>;
}
