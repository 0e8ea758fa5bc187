import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function ReleasesPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.releases')}>{null}</Page>;
}
