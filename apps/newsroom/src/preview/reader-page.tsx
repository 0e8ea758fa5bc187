import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';

/** How wide the page is laid out, in pixels of its own. */
export const widths = { desk: 1_280, phone: 390 } as const;
export type Width = keyof typeof widths;

/**
 * The page as readers will see it, on their screen's width, made smaller where there is less
 * room. It runs no script; the same origin lets it load its fonts.
 */
export function ReaderPage({
  editionId,
  language,
  width,
  revisionId,
}: {
  editionId: string;
  language: Language;
  width: Width;
  /** None: what is being written. */
  revisionId?: string | undefined;
}) {
  const { t } = useTranslation(['preview', 'workflow']);
  const { ref, width: room, height } = useElementSize();
  const scale = room === 0 ? 1 : Math.min(1, room / widths[width]);
  const query = revisionId === undefined ? '' : `?revision=${revisionId}`;
  return (
    <div ref={ref} style={{ height: '100%', minHeight: '70dvh', overflow: 'hidden' }}>
      <iframe
        title={t('page', { language: t(`workflow:languages.${language}`) })}
        sandbox="allow-same-origin"
        src={`/api/v1/editions/${editionId}/preview${query}`}
        style={{
          border: '1px solid var(--desk-line)',
          background: 'var(--desk-paper)',
          width: widths[width],
          height: height / scale,
          transform: `scale(${String(scale)})`,
          transformOrigin: '0 0',
        }}
      />
    </div>
  );
}
