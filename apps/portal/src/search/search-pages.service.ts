import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { DataSource } from 'typeorm';
import { translate, type Language } from '@desk/languages';
import { portalSections, readQuery, searchPages } from '@desk/published-pages';
import { everyLanguage, type Frame, SITE, type Site } from '@desk/public-page';
import { pageAnswer, type Answer } from '../answer.js';
import { filterOf, PAGE_SIZE, readSearch, searchLink } from './search-address.js';
import { SearchPage } from './search-page.js';

/** The search and what it found. Search engines have no use for it, so it has no own address. */
@Injectable()
export class SearchPages {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  async at(language: Language, address: unknown): Promise<Answer> {
    const sections = await portalSections(this.dataSource);
    const asked = readSearch(address, language, sections);
    const query = readQuery(asked.typed);
    const { order, page } = asked;
    const wanted = { order, page, size: PAGE_SIZE };
    const result = await searchPages(this.dataSource, query, filterOf(asked), wanted);
    const frame: Frame = {
      site: this.site,
      language,
      title:
        query.text === ''
          ? translate(language, 'portal:search.title')
          : translate(language, 'portal:search.results', { query: query.text }),
      sections,
      // The same words in the other language's news, unless a language was asked for.
      languageLinks: everyLanguage((other) =>
        searchLink(other, {
          ...asked,
          page: 1,
          language: asked.language === language ? other : asked.language,
        }),
      ),
      hasOwnSearch: true,
      scripts: [this.site.assets.searchScript],
    };
    return pageAnswer(200, h(SearchPage, { frame, asked, query, result }));
  }
}
