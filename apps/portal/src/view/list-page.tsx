import { translate } from '@desk/languages';
import type { NewsItem } from '@desk/published-pages';
import { Document, type Frame, News } from '@desk/public-page';
import { Older } from './older.js';

interface Props {
  readonly frame: Frame;
  readonly heading: string;
  readonly items: readonly NewsItem[];
  /** The list's address without a place. */
  readonly address: string;
  readonly older: string | null;
  readonly further: boolean;
  /** Whether items of several sections stand together. */
  readonly mixed?: boolean;
}

/** A section, or all the news, page by page. */
export function ListPage(props: Props) {
  const { frame, heading, items, address, older, further, mixed = false } = props;
  const { language, sections } = frame;
  return (
    <Document frame={frame}>
      <h1 class="list-title">{heading}</h1>
      {items.length === 0 && <p class="empty">{translate(language, 'portal:list.empty')}</p>}
      <div class="list">
        {items.map((item) => (
          <News item={item} withSummary level={2} {...(mixed && { sections })} />
        ))}
      </div>
      <Older language={language} address={address} older={older} further={further} />
    </Document>
  );
}
