import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function PreferencesPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('preferences')}>{null}</Page>;
}
