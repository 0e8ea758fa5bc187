import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function TaskPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.queue')}>{null}</Page>;
}
