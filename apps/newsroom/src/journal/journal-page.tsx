import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function JournalPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.journal')}>{null}</Page>;
}
