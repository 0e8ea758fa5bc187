import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function InboxPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.inbox')}>{null}</Page>;
}
