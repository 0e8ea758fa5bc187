import { nameOf, translate } from '@desk/languages';
import type { NewsItem, PublicEdition, PublishedPage } from '../published-page.js';
import { pageAddress, sectionAddress } from './addresses.js';
import { Corrections, Notice, OtherEditions } from './article-parts.js';
import { Document } from './document.js';
import type { Frame } from './frame.js';
import { Labelled } from './labelled.js';
import { Moment } from './moment.js';
import { News } from './news-item.js';
import { withScrollingTables } from './scrolling-tables.js';

interface Props {
  readonly frame: Frame;
  readonly page: PublishedPage;
  readonly editions: readonly PublicEdition[];
  /** Other news of the section. */
  readonly more: readonly NewsItem[];
}

/** An article as readers get it. */
export function ArticlePage({ frame, page, editions, more }: Props) {
  const { language, sections } = frame;
  const section = sections.find(({ code }) => code === page.sectionCode);
  const says = (key: string) => translate(language, `portal:article.${key}`);
  return (
    <Document frame={frame}>
      <article class="story">
        <header class="story-head">
          {section && (
            <p class="kicker">
              <a href={sectionAddress(language, section.code)}>{section.names[language]}</a>
            </p>
          )}
          <h1>{page.title}</h1>
          {page.summary && <p class="standfirst">{page.summary}</p>}
          <Facts page={page} editions={editions} />
        </header>
        {page.beingUpdated && (
          <Notice title={says('being_updated')} text={says('being_updated_text')} />
        )}
        {page.status === 'archived' && (
          <Notice title={says('archived')} text={says('archived_text')} />
        )}
        <div
          class="story-text"
          dangerouslySetInnerHTML={{ __html: withScrollingTables(page.html, language) }}
        />
        <Corrections page={page} />
        <OtherEditions language={language} editions={editions} title={says('also_in')} />
      </article>
      {section && more.length > 0 && (
        <aside class="more" aria-labelledby="more">
          <h2 class="block-title" id="more">
            {says('more')}
          </h2>
          <div class="block-items">
            {more.map((item) => (
              <News item={item} level={3} />
            ))}
          </div>
        </aside>
      )}
    </Document>
  );
}

/** Who wrote it, who translated it, when it came out and was changed. */
function Facts({ page, editions }: Pick<Props, 'page' | 'editions'>) {
  const { language, byline, translators, firstPublishedAt, publishedAt } = page;
  const original = page.isSource ? undefined : editions.find(({ isSource }) => isSource);
  const updated = publishedAt > firstPublishedAt;
  return (
    <div class="facts">
      <p>
        <Moment at={firstPublishedAt} language={language} />
        {byline && <span class="byline">{byline}</span>}
      </p>
      {updated && (
        <p>
          <Labelled language={language} label="portal:article.updated" hole="when">
            <Moment at={publishedAt} language={language} />
          </Labelled>
        </p>
      )}
      {translators.length > 0 && (
        <p>
          {translate(language, 'portal:article.translated_by', { names: translators.join(', ') })}
        </p>
      )}
      {original && (
        <p>
          <Labelled language={language} label="portal:article.original" hole="language">
            <a href={pageAddress(original)} hreflang={original.language}>
              {nameOf(original.language, language)}
            </a>
          </Labelled>
        </p>
      )}
    </div>
  );
}
