import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';

export function NewArticlePage() {
  const { t } = useTranslation('shell');
  return <Page title={t('newArticle')}>{null}</Page>;
}
