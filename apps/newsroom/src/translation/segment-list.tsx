import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { SegmentRow } from './segment-row';
import type { Segment } from './sheet';
import classes from './translation.module.css';

/** Segments one below the other; only those in sight are drawn, so thousands stay light. */
export function SegmentList({
  segments,
  from,
  into,
  currentId,
  onOpen,
  editor,
}: {
  segments: readonly Segment[];
  from: Language;
  into: Language;
  currentId: string | null;
  onOpen: (segment: Segment) => void;
  editor: ReactNode;
}) {
  const { t } = useTranslation('translation');
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 6,
    getItemKey: (index) => segments[index]?.id ?? index,
  });
  const at = segments.findIndex(({ id }) => id === currentId);
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={-1}
      role="region"
      aria-label={t('segments')}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const segment = segments[index];
          if (!segment) return null;
          const current = segment.id === currentId;
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              <SegmentRow
                segment={segment}
                from={from}
                into={into}
                current={current}
                onOpen={onOpen}
              >
                {current ? editor : undefined}
              </SegmentRow>
            </div>
          );
        })}
      </div>
    </div>
  );
}
