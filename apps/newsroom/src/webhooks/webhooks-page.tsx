import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function WebhooksPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.webhooks')}>{null}</Page>;
}
