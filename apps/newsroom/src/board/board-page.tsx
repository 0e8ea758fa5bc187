import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function BoardPage() {
  const { t } = useTranslation('shell');
  return <Page title={t('places.board')}>{null}</Page>;
}
