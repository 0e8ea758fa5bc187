import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { z } from 'zod';
import { editionsOf, type Edition } from '@desk/articles';
import { rows } from '@desk/database';
import { languages, type Language } from '@desk/languages';
import { createPortal } from '../../apps/portal/src/portal.js';
import { headlines } from './headlines.js';
import { PublishingNewsroom, type Told } from './publishing-newsroom.js';
import { PublishingScenes, reason } from './publishing-scenes.js';
import { richBody } from './rich-body.js';

/** The stories of the site that tests look at. */
export interface SiteStories {
  /** In all three languages; its translations were corrected once. */
  readonly whole: Edition;
  /** Its source was corrected and its translations were not yet. */
  readonly overtaken: Edition;
  /** Only in Vietnamese. */
  readonly lonely: Edition;
  /** The Vietnamese edition is withdrawn, the others are not. */
  readonly withdrawn: Edition;
  readonly archived: Edition;
  /** Its body has all that a body may hold. */
  readonly full: Edition;
}

const root = join(__dirname, '../..');

/** A portal over a newsroom that has published: what a reader finds on a working day. */
export class PublicSite {
  private constructor(
    readonly newsroom: PublishingNewsroom,
    readonly scenes: PublishingScenes,
    readonly portal: NestFastifyApplication,
    readonly stories: SiteStories,
  ) {}

  static async open(): Promise<PublicSite> {
    const newsroom = await PublishingNewsroom.open();
    const scenes = await PublishingScenes.in(newsroom);
    const stories = await publishAll(newsroom, scenes);
    const portal = await createPortal(
      {
        PORTAL_DATABASE_URL: await newsroom.portalUrl(),
        PORTAL_PORT: 0,
        PORTAL_HOST: '127.0.0.1',
        PUBLIC_URL: 'https://huunghi.example',
        LOG_LEVEL: 'fatal',
      },
      join(root, 'config/organisation.json'),
      newsroom.clock,
    );
    await portal.init();
    await portal.getHttpAdapter().getInstance().ready();
    return new PublicSite(newsroom, scenes, portal, stories);
  }

  async get(url: string, headers: Record<string, string> = {}) {
    return this.portal.inject({ method: 'GET', url, headers });
  }

  /** The public page of an article in a language, as it stands in the read model. */
  async published({ articleId }: Edition, language: Language) {
    const pages = await this.scenes.pages(articleId);
    const page = pages.find((one) => one.language === language);
    if (!page) throw new Error(`the article has no page in ${language}`);
    return page;
  }

  /** The address of an article's page in a language. */
  async address(edition: Edition, language: Language): Promise<string> {
    const page = await this.published(edition, language);
    return `/${language}/${page.section_code}/${encodeURIComponent(page.slug)}`;
  }

  /** The addresses that lists of a language show, newest first. */
  async readableIn(language: Language): Promise<string[]> {
    const live = await rows(
      this.newsroom.sql,
      z.object({ section: z.string(), slug: z.string() }),
      `SELECT section_code AS section, slug FROM public_page
       WHERE language = ? AND status = 'live' ORDER BY first_published_at DESC, edition_id DESC`,
      [language],
    );
    return live.map(({ section, slug }) => `/${language}/${section}/${encodeURIComponent(slug)}`);
  }

  /** Publishes an edition again under another slug. */
  async moved(edition: Edition, slug: string): Promise<void> {
    const { newsroom, scenes } = this;
    const { version } = await newsroom.edition(edition.id);
    await newsroom.transitions.perform(await newsroom.writer(), edition.id, version, 'revise', {});
    await newsroom.write(edition.id, 'Bài có tên mới', slug);
    await newsroom.approve(edition.id);
    await scenes.act(edition, 'correct', { note: 'Đổi tên bài.' });
  }

  async close(): Promise<void> {
    await this.portal.close();
    await this.newsroom.close();
  }
}

async function publishAll(
  newsroom: PublishingNewsroom,
  scenes: PublishingScenes,
): Promise<SiteStories> {
  const sections = [
    scenes.asReady,
    await newsroom.section(
      'hoat-dong',
      {},
      {
        vi: 'Hoạt động đối ngoại nhân dân',
        en: 'People-to-people diplomacy',
        km: 'សកម្មភាពការបរទេសប្រជាជន',
      },
    ),
    await newsroom.section(
      'van-hoa',
      {},
      {
        vi: 'Văn hóa – Lễ hội',
        en: 'Culture and festivals',
        km: 'វប្បធម៌ និងពិធីបុណ្យ',
      },
    ),
  ];
  const published: Edition[] = [];
  for (let number = 0; number < 24; number += 1) {
    const told = headlines[number % headlines.length];
    const section = sections[number % sections.length];
    if (!told || !section) continue;
    newsroom.clock.advance(3 * 3_600_000);
    const editions = await newsroom.approved(section, languages, inFull(told, number));
    for (const edition of editions) await scenes.act(edition, 'publish');
    published.push(...editions.slice(0, 1));
  }
  const [archived, withdrawn, overtaken, whole] = published.slice(-4);
  const full = published[15];
  newsroom.clock.advance(3 * 3_600_000);
  const [lonely] = await newsroom.approved(scenes.asReady, ['vi']);
  if (!archived || !withdrawn || !overtaken || !whole || !lonely || !full)
    throw new Error('too few');
  await scenes.act(lonely, 'publish');
  newsroom.clock.advance(3_600_000);
  await scenes.act(withdrawn, 'withdraw', { reason });
  await scenes.act(archived, 'archive');
  await scenes.revised(overtaken, 'Hơn 3.500 lượt người xem triển lãm (đã đính chính)');
  await scenes.act(overtaken, 'correct', { note: 'Số lượt người xem là 3.500, không phải 3.000.' });
  for (const edition of await editionsBeside(newsroom, whole)) {
    await scenes.revised(edition, `${edition.title} ✓`);
    await scenes.act(edition, 'correct', { note: corrected[edition.language] });
  }
  return { whole, overtaken, lonely, withdrawn, archived, full };
}

/** Every third story has a body with all that a body may hold. */
function inFull(told: (typeof headlines)[number], number: number): Record<Language, Told> {
  const story = (language: Language): Told =>
    number % 3 === 0 ? { ...told[language], body: richBody(language) } : told[language];
  return { vi: story('vi'), en: story('en'), km: story('km') };
}

async function editionsBeside(newsroom: PublishingNewsroom, source: Edition): Promise<Edition[]> {
  const all = await editionsOf(newsroom.sql, source.articleId);
  return all.filter(({ id }) => id !== source.id);
}

const corrected: Record<Language, string> = {
  vi: 'Sửa lại số lượt người tham dự.',
  en: 'The number of people who came was corrected.',
  km: 'បានកែតម្រូវចំនួនអ្នកចូលរួម។',
};
