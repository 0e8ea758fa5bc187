import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@desk/database';
import { languages, type Language } from '@desk/languages';
import {
  pagesOfMonth,
  portalSections,
  publicEditionsOf,
  publicMonths,
  recentPages,
  type MappedPage,
} from '@desk/published-pages';
import {
  archiveAddress,
  frontAddress,
  pageAddress,
  searchAddress,
  sectionAddress,
  SITE,
  type Site,
} from '@desk/public-page';
import { fileAnswer, type Answer } from '../answer.js';
import { newsSitemap, sitemap, sitemapIndex, type MappedUrl } from './sitemap.js';

const XML = 'application/xml; charset=utf-8';
/** A map may have 50,000 addresses and 50 MB. */
const PART = 10_000;
const NEWS_MS = 48 * 3_600_000;
/** So many addresses a map of news may have. */
const NEWS = 1_000;

const partNamed = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-part-([2-9]|[1-9]\d{1,3}))?$/;

/** What search engines are told of the site's addresses. */
@Injectable()
export class Sitemaps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(SITE) private readonly site: Site,
  ) {}

  robots(): Answer {
    const lines = [
      'User-agent: *',
      // Endless, and all of it stands elsewhere.
      ...languages.map((language) => `Disallow: ${searchAddress(language)}`),
      '',
      `Sitemap: ${this.whole('/sitemap.xml')}`,
      `Sitemap: ${this.map('news')}`,
    ];
    return fileAnswer('text/plain; charset=utf-8', `${lines.join('\n')}\n`);
  }

  async index(): Promise<Answer> {
    const months = await publicMonths(this.dataSource);
    const maps = months.flatMap(({ month, pages, changedAt }) =>
      Array.from({ length: Math.ceil(pages / PART) }, (_, part) => ({
        loc: this.map(part === 0 ? month : `${month}-part-${part + 1}`),
        changedAt,
      })),
    );
    return fileAnswer(XML, sitemapIndex([{ loc: this.map('sections') }, ...maps]));
  }

  /** A map by its name in the index; null when there is none of this name. */
  async named(name: string): Promise<Answer | null> {
    if (name === 'sections') return this.sections();
    if (name === 'news') return this.news();
    const [, month, part = '1'] = partNamed.exec(name) ?? [];
    if (month === undefined) return null;
    const which = { part: Number(part), size: PART };
    const pages = await pagesOfMonth(this.dataSource, month, which);
    return pages.length === 0 ? null : fileAnswer(XML, sitemap(await this.urls(pages)));
  }

  /** The front pages, the sections and the archive. */
  private async sections(): Promise<Answer> {
    const sections = await portalSections(this.dataSource);
    const inAll = (address: (language: Language) => string, byDefault: string): MappedUrl[] => {
      const alternates = [
        ...languages.map((language) => ({
          hreflang: language,
          href: this.whole(address(language)),
        })),
        { hreflang: 'x-default' as const, href: this.whole(byDefault) },
      ];
      return languages.map((language) => ({ loc: this.whole(address(language)), alternates }));
    };
    const urls = [
      ...inAll(frontAddress, '/'),
      ...sections.flatMap(({ code }) =>
        inAll((language) => sectionAddress(language, code), sectionAddress('vi', code)),
      ),
      ...inAll((language) => archiveAddress(language), archiveAddress('vi')),
    ];
    return fileAnswer(XML, sitemap(urls));
  }

  private async news(): Promise<Answer> {
    const since = new Date(this.clock.now().getTime() - NEWS_MS);
    const pages = await recentPages(this.dataSource, since, NEWS);
    const { name } = this.site.organisation;
    const news = pages.map((page) => ({
      loc: this.whole(pageAddress(page)),
      publication: name[page.language],
      language: page.language,
      title: page.title,
      publishedAt: page.firstPublishedAt,
    }));
    return fileAnswer(XML, newsSitemap(news));
  }

  private async urls(pages: readonly MappedPage[]): Promise<MappedUrl[]> {
    const articles = new Map<string, MappedUrl['alternates'][number][]>();
    const ids = [...new Set(pages.map(({ articleId }) => articleId))];
    for (const edition of await publicEditionsOf(this.dataSource, ids)) {
      const { articleId, language } = edition;
      const href = this.whole(pageAddress(edition));
      const known = articles.get(articleId) ?? [];
      // The first is the source if it can be read: for readers of none of these languages.
      if (known.length === 0) known.push({ hreflang: 'x-default', href });
      articles.set(articleId, [...known, { hreflang: language, href }]);
    }
    return pages.map((page) => ({
      loc: this.whole(pageAddress(page)),
      changedAt: page.publishedAt,
      alternates: articles.get(page.articleId) ?? [],
    }));
  }

  private readonly whole = (path: string): string => `${this.site.origin}${path}`;
  private readonly map = (name: string): string => this.whole(`/sitemaps/${name}.xml`);
}
