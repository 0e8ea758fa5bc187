import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { formatDate, translate, type Language } from '@desk/languages';
import { cardPage, portalSections } from '@desk/published-pages';
import { SITE, type Site } from '@desk/public-page';
import type { Card } from './card.js';

/** About sixty kilobytes each. */
const KEPT = 100;

/**
 * Pictures of stories for cards on other sites, drawn when they are first asked for. A story
 * that is not public has none.
 */
@Injectable()
export class Cards {
  private readonly drawn = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SITE) private readonly site: Site,
  ) {}

  /** Null when the story cannot be read. */
  async ofStory(editionId: string): Promise<Buffer | null> {
    const page = await cardPage(this.dataSource, editionId);
    if (!page) return null;
    const { language } = page;
    const sections = await portalSections(this.dataSource);
    const section = sections.find(({ code }) => code === page.sectionCode);
    return this.picture({
      language,
      organisation: this.site.organisation.name[language],
      kicker: section?.names[language] ?? '',
      title: page.title,
      moment: formatDate(page.firstPublishedAt, language),
    });
  }

  ofSite(language: Language): Promise<Buffer> {
    const { organisation } = this.site;
    return this.picture({
      language,
      organisation: organisation.portal[language],
      kicker: translate(language, 'portal:site.latest'),
      title: organisation.name[language],
      moment: new URL(this.site.origin).host,
    });
  }

  logo(): Promise<Buffer> {
    return this.once('logo', async () => (await import('./card.js')).drawLogo(this.emblem()));
  }

  private picture(card: Card): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(card)).digest('base64');
    return this.once(key, async () => (await import('./card.js')).drawCard(card, this.emblem()));
  }

  /** Draws what is asked for by many at once one time; the ones asked for last are kept. */
  private async once(key: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const picture = this.drawn.get(key) ?? draw();
    this.drawn.delete(key);
    this.drawn.set(key, picture);
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > KEPT && oldest !== undefined) this.drawn.delete(oldest);
    return picture.catch((error: unknown) => {
      this.drawn.delete(key);
      throw error;
    });
  }

  private emblem(): Buffer {
    const emblem = this.site.assets.byPath.get(this.site.assets.emblem);
    if (!emblem) throw new Error('the portal has no emblem');
    return emblem.bytes;
  }
}
