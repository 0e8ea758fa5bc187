import { languages, nameOf, translate } from '@desk/languages';
import type { SearchQuery, SearchResult } from '@desk/published-pages';
import { Document, type Frame, searchAddress } from '@desk/public-page';
import { FoundList } from './found-list.js';
import type { SearchAsked } from './search-address.js';

interface Props {
  readonly frame: Frame;
  readonly asked: SearchAsked;
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** The search: what one seeks, what to narrow it to, and what was found. */
export function SearchPage({ frame, asked, query, result }: Props) {
  return (
    <Document frame={frame}>
      <h1 class="list-title">{translate(frame.language, 'portal:search.title')}</h1>
      <SearchForm frame={frame} asked={asked} query={query} />
      <FoundList frame={frame} asked={asked} query={query} result={result} />
    </Document>
  );
}

function SearchForm({ frame, asked, query }: Omit<Props, 'result'>) {
  const { language, sections } = frame;
  const says = (key: string) => translate(language, `portal:search.${key}`);
  return (
    <form class="search" role="search" action={searchAddress(language)} method="get">
      <div class="search-words">
        <input
          type="search"
          name="q"
          value={query.text}
          maxLength={200}
          aria-label={says('label')}
          aria-describedby="search-hint"
          autocomplete="off"
        />
        <button type="submit">{says('submit')}</button>
      </div>
      <p class="search-hint" id="search-hint">
        {says('hint')}
      </p>
      <fieldset class="search-filters">
        <legend class="unseen">{says('filters')}</legend>
        <label>
          {says('language')}
          <select name="in">
            {/* No value for the page's own language: its address is the shortest. */}
            {languages.map((one) => (
              <option value={one === language ? '' : one} selected={asked.language === one}>
                {nameOf(one, language)}
              </option>
            ))}
            <option value="all" selected={asked.language === 'all'}>
              {says('all_languages')}
            </option>
          </select>
        </label>
        <label>
          {says('section')}
          <select name="section">
            <option value="">{says('all_sections')}</option>
            {sections.map(({ code, names }) => (
              <option value={code} selected={asked.sectionCode === code}>
                {names[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {says('from')}
          <input type="date" name="from" value={asked.from ?? ''} />
        </label>
        <label>
          {says('to')}
          <input type="date" name="to" value={asked.to ?? ''} />
        </label>
        <label>
          {says('order')}
          <select name="order">
            <option value="">{says('relevance')}</option>
            <option value="newest" selected={asked.order === 'newest'}>
              {says('newest')}
            </option>
          </select>
        </label>
      </fieldset>
    </form>
  );
}
