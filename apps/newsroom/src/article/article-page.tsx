import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function ArticlePage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.board')}>{null}</Page>;
}
