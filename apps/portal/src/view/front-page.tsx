import { translate } from '@desk/languages';
import type { NewsItem, PublicSection } from '@desk/published-pages';
import { Document, type Frame, frontAddress, News, sectionAddress } from '@desk/public-page';
import { Older } from './older.js';

/** The newest of one section, for its block on the front page. */
export interface SectionBlock {
  readonly section: PublicSection;
  readonly items: readonly NewsItem[];
}

interface Props {
  readonly frame: Frame;
  readonly newest: readonly NewsItem[];
  readonly blocks: readonly SectionBlock[];
  readonly older: string | null;
}

/** So many stand below the latest story; the others of the newest stand beside it. */
const UNDER = 2;

/** The front page: the latest story large, the next ones around it, then section by section. */
export function FrontPage({ frame, newest, blocks, older }: Props) {
  const { language, site } = frame;
  return (
    <Document frame={frame}>
      <h1 class="unseen">{site.organisation.name[language]}</h1>
      {newest.length > 0 ? (
        <Top frame={frame} newest={newest} />
      ) : (
        <p class="empty">{translate(language, 'portal:list.empty')}</p>
      )}
      {blocks.map(({ section, items }) => (
        <Block language={language} section={section} items={items} />
      ))}
      <Older language={language} address={frontAddress(language)} older={older} />
    </Document>
  );
}

function Top({ frame: { language, sections }, newest }: Pick<Props, 'frame' | 'newest'>) {
  const [lead, ...others] = newest;
  const [under, beside] = [others.slice(0, UNDER), others.slice(UNDER)];
  return (
    <section class="top" aria-label={translate(language, 'portal:site.latest')}>
      <div>
        {lead && <News item={lead} sections={sections} withSummary level={2} class="lead" />}
        {under.length > 0 && (
          <div class="under">
            {under.map((item) => (
              <News item={item} sections={sections} withSummary level={2} />
            ))}
          </div>
        )}
      </div>
      {beside.length > 0 && (
        <div class="beside">
          {beside.map((item) => (
            <News item={item} sections={sections} level={2} />
          ))}
        </div>
      )}
    </section>
  );
}

function Block({ language, section, items }: SectionBlock & { language: Frame['language'] }) {
  const id = `section-${section.code}`;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 class="block-title" id={id}>
        <a href={sectionAddress(language, section.code)}>{section.names[language]}</a>
      </h2>
      <div class="block-items">
        {items.map((item) => (
          <News item={item} withSummary level={3} />
        ))}
      </div>
    </section>
  );
}
