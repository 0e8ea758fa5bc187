import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function TodayPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.today')}>{null}</Page>;
}
