import { formatNumber, translate } from '@desk/languages';
import { archiveAddress, Document, type Frame } from '@desk/public-page';

interface Props {
  readonly frame: Frame;
  readonly heading: string;
  readonly periods: readonly { name: string; address: string; pages: number }[];
  /** Whether these are the days of a month. */
  readonly within?: boolean;
}

/** The months of the archive, or the days of one of them. */
export function ArchivePage({ frame, heading, periods, within = false }: Props) {
  const { language } = frame;
  return (
    <Document frame={frame}>
      <h1 class="list-title">{heading}</h1>
      {periods.length === 0 && <p class="empty">{translate(language, 'portal:list.empty')}</p>}
      <ul class="archive">
        {periods.map(({ name, address, pages }) => (
          <li>
            <a href={address}>{name}</a>{' '}
            <span class="quiet">
              {translate(language, 'portal:archive.pages', { count: pages }).replace(
                String(pages),
                formatNumber(pages, language),
              )}
            </span>
          </li>
        ))}
      </ul>
      {within && (
        <nav class="older" aria-label={translate(language, 'portal:archive.title')}>
          <a href={archiveAddress(language)}>{translate(language, 'portal:archive.title')}</a>
        </nav>
      )}
    </Document>
  );
}
