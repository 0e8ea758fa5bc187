import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useIdInAddress } from '../shell/address';
import { useEdition } from '../transitions/transitions';
import { useSheet } from './sheet';
import { Workbench } from './workbench';

/** The translation of one edition, segment by segment. */
export function TranslationPage() {
  const { t } = useTranslation(['translation', 'shell']);
  const editionId = useIdInAddress('editionId');
  const edition = useEdition(editionId);
  const sheet = useSheet(editionId);
  const failed = edition.error ?? sheet.error;
  if (failed) {
    return (
      <Page title={t('shell:places.queue')}>
        <ProblemAlert error={failed} />
      </Page>
    );
  }
  if (!edition.data || !sheet.data) {
    return (
      <Page wide title={t('title')}>
        <RowsSkeleton rows={8} height={72} />
      </Page>
    );
  }
  return <Workbench key={edition.data.id} edition={edition.data} sheet={sheet.data} />;
}
