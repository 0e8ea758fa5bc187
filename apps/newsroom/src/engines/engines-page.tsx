import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function EnginesPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.engines')}>{null}</Page>;
}
