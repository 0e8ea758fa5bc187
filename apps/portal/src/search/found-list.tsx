import { formatNumber, nameOf, translate, type Language } from '@desk/languages';
import {
  highlighted,
  MAX_FOUND,
  snippet,
  type Found,
  type Part,
  type PublicSection,
  type SearchQuery,
  type SearchResult,
} from '@desk/published-pages';
import { type Frame, Moment, pageAddress, sectionAddress } from '@desk/public-page';
import { PAGE_SIZE, searchLink, type SearchAsked } from './search-address.js';

interface Props {
  readonly frame: Frame;
  readonly asked: SearchAsked;
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** What was found, with what was sought marked in it. A script puts it anew while one types. */
export function FoundList({ frame, asked, query, result }: Props) {
  const { language, sections } = frame;
  const { count, found, loosely } = result;
  return (
    <div id="found">
      <p class="search-count" role="status">
        {query.text !== '' && countOf(count, language)}
      </p>
      {query.text !== '' && count === 0 && (
        <p class="quiet">{translate(language, 'portal:search.advice')}</p>
      )}
      {loosely && <p class="quiet">{translate(language, 'portal:search.loosely')}</p>}
      {found.length > 0 && (
        <div class="list">
          {found.map((one) => (
            <FoundItem found={one} query={query} sections={sections} language={language} />
          ))}
        </div>
      )}
      <Pages language={language} asked={asked} count={count} />
    </div>
  );
}

function countOf(count: number, language: Language): string {
  if (count === 0) return translate(language, 'portal:search.none');
  const key = count < MAX_FOUND ? 'count' : 'many';
  const text = translate(language, `portal:search.${key}`, { count });
  return text.replace(String(count), formatNumber(count, language));
}

interface ItemProps {
  readonly found: Found;
  readonly query: SearchQuery;
  readonly sections: readonly PublicSection[];
  /** The page's; what was found may be in another. */
  readonly language: Language;
}

function FoundItem({ found: { item, text, others }, query, sections, language }: ItemProps) {
  const section = sections.find(({ code }) => code === item.sectionCode);
  const inSummary = highlighted(item.summary, query);
  const passage = inSummary.some(({ hit }) => hit) ? inSummary : snippet(text, query);
  return (
    <article class="news" lang={item.language}>
      {section && (
        <p class="kicker">
          <a href={sectionAddress(item.language, section.code)}>{section.names[item.language]}</a>
        </p>
      )}
      <h2 class="news-title">
        <a href={pageAddress(item)} hreflang={item.language}>
          <Marked parts={highlighted(item.title, query)} />
        </a>
      </h2>
      <p class="news-summary">
        <Marked parts={passage} />
      </p>
      <p class="news-time">
        <Moment at={item.firstPublishedAt} language={item.language} />
      </p>
      {others.length > 0 && (
        <p class="news-time found-others" lang={language}>
          {translate(language, 'portal:search.also')}
          {others.map((other) => (
            <>
              {' '}
              <a href={pageAddress(other)} hreflang={other.language} title={other.title}>
                {nameOf(other.language, language)}
              </a>
            </>
          ))}
        </p>
      )}
    </article>
  );
}

function Marked({ parts }: { parts: readonly Part[] }) {
  return <>{parts.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}

function Pages({
  language,
  asked,
  count,
}: { language: Language } & Pick<Props, 'asked'> & {
    count: number;
  }) {
  const { page } = asked;
  const further = count > page * PAGE_SIZE;
  if (page === 1 && !further) return null;
  const says = (key: string) => translate(language, `portal:search.${key}`);
  return (
    <nav class="older" aria-label={says('page')}>
      {page > 1 && (
        <a href={searchLink(language, { ...asked, page: page - 1 })}>{says('previous')}</a>
      )}
      {further && (
        <a rel="next" href={searchLink(language, { ...asked, page: page + 1 })}>
          {says('next')}
        </a>
      )}
    </nav>
  );
}
