import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function PeoplePage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.people')}>{null}</Page>;
}
