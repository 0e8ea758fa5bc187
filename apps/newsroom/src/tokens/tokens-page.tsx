import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function TokensPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.tokens')}>{null}</Page>;
}
