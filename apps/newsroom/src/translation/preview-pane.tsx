import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';

/** The page as readers will see it, with what is translated so far. It runs no script. */
export function PreviewPane({ editionId, language }: { editionId: string; language: Language }) {
  const { t } = useTranslation('translation');
  return (
    <iframe
      title={t('view.preview')}
      lang={language}
      sandbox="allow-same-origin"
      src={`/api/v1/editions/${editionId}/preview`}
      style={{ border: 0, width: '100%', height: '100%' }}
    />
  );
}
