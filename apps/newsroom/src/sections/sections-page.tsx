import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function SectionsPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.sections')}>{null}</Page>;
}
