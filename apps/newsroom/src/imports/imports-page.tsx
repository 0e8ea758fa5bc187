import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function ImportsPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.imports')}>{null}</Page>;
}
