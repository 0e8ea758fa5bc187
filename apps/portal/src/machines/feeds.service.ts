import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { languages, translate, type Language } from '@desk/languages';
import {
  newestTexts,
  portalSections,
  publicEditionsOf,
  type PublicSection,
  type PublishedText,
} from '@desk/published-pages';
import {
  feedAddress,
  frontAddress,
  pageAddress,
  sectionAddress,
  SITE,
  type Site,
} from '@desk/public-page';
import { fileAnswer, type Answer } from '../answer.js';
import { atom } from './atom.js';
import { feedForms, type Feed, type FeedForm, type FeedItem } from './feed.js';
import { jsonFeed } from './json-feed.js';
import { rss } from './rss.js';
import { withWholeAddresses } from './whole-addresses.js';

const ITEMS = 30;
const written = { atom, rss, json: jsonFeed };

/** Feeds of a language, or of one of its sections. */
@Injectable()
export class Feeds {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** Null when there is no such section. */
  async at(language: Language, form: FeedForm, code?: string): Promise<Answer | null> {
    const sections = await portalSections(this.dataSource);
    const section = sections.find((one) => one.code === code);
    if (code !== undefined && !section) return null;
    const which = { sectionCode: code, limit: ITEMS };
    const texts = await newestTexts(this.dataSource, language, which);
    const items = await this.items(texts, sections);
    const feed = this.feed(language, section, items);
    return fileAnswer(feedForms[form], written[form](feed), feed.updatedAt);
  }

  private feed(
    language: Language,
    section: PublicSection | undefined,
    items: readonly FeedItem[],
  ): Feed {
    const { origin, organisation, assets } = this.site;
    const name = organisation.name[language];
    const self = (one: Language) => (form: FeedForm) =>
      `${origin}${feedAddress(one, form, section?.code)}`;
    const home = section ? sectionAddress(language, section.code) : frontAddress(language);
    const times = items.map(({ updatedAt }) => updatedAt.getTime());
    return {
      language,
      title: section ? `${section.names[language]} – ${name}` : name,
      description: section
        ? translate(language, 'portal:list.description', {
            section: section.names[language],
            organisation: name,
          })
        : `${organisation.portal[language]} – ${name}`,
      organisation: name,
      home: `${origin}${home}`,
      self: self(language),
      icon: `${origin}${assets.emblem}`,
      translations: languages
        .filter((one) => one !== language)
        .map((one) => ({ language: one, self: self(one) })),
      // A feed without news never changed.
      updatedAt: new Date(Math.max(0, ...times)),
      items,
    };
  }

  private async items(
    texts: readonly PublishedText[],
    sections: readonly PublicSection[],
  ): Promise<FeedItem[]> {
    const { origin } = this.site;
    const editions = await publicEditionsOf(
      this.dataSource,
      texts.map(({ articleId }) => articleId),
    );
    return texts.map((text) => {
      const { language } = text;
      const section = sections.find(({ code }) => code === text.sectionCode);
      const url = `${origin}${pageAddress(text)}`;
      return {
        id: `urn:uuid:${text.editionId}`,
        url,
        title: text.title,
        summary: text.summary,
        html: withWholeAddresses(text.html, url),
        authors: [text.byline || this.site.organisation.name[language]],
        translators: text.translators,
        section: section?.names[language] ?? text.sectionCode,
        publishedAt: text.firstPublishedAt,
        updatedAt: text.publishedAt,
        translations: editions
          .filter((one) => one.articleId === text.articleId && one.language !== language)
          .map((one) => ({
            language: one.language,
            url: `${origin}${pageAddress(one)}`,
            title: one.title,
          })),
      };
    });
  }
}
