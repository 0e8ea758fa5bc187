import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function JobsPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.jobs')}>{null}</Page>;
}
