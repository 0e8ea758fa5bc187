import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useIdInAddress } from '../shell/address';
import { useEdition } from '../transitions/transitions';

/** Where links in e-mails lead: on to the article in that language. */
export function EditionPage() {
  const { t } = useTranslation('article');
  const edition = useEdition(useIdInAddress('editionId'));
  if (edition.data) {
    const { articleId, language } = edition.data;
    return <Navigate to={`/articles/${articleId}?language=${language}`} replace />;
  }
  return (
    <Page title={t('article')}>
      {edition.isError ? <ProblemAlert error={edition.error} /> : <RowsSkeleton />}
    </Page>
  );
}
