import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function MemoryPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.memory')}>{null}</Page>;
}
