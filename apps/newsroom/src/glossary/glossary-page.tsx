import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function GlossaryPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.glossary')}>{null}</Page>;
}
