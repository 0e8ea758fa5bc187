import { z } from 'zod';
import type { Edition, Section } from '@desk/articles';
import { rows } from '@desk/database';
import type { Language } from '@desk/languages';
import type { PublishingAction, PublishingSaid } from '@desk/publishing';
import type { PublishingNewsroom } from './publishing-newsroom.js';

/** Why a text is taken back, as its readers are told. */
export const reason = {
  vi: 'Bài có số liệu chưa được kiểm chứng.',
  en: 'The article contains figures that were not verified.',
  km: 'អត្ថបទមានតួលេខដែលមិនទាន់បានផ្ទៀងផ្ទាត់។',
};

const pageSchema = z.object({
  language: z.string(),
  section_code: z.string(),
  slug: z.string(),
  status: z.string(),
  title: z.string(),
  html: z.string(),
  byline: z.string(),
  translators: z.unknown(),
  corrections: z.unknown(),
  withdrawal_reason: z.unknown(),
  is_source: z.int(),
  being_updated: z.int(),
  revision_hash: z.string(),
  first_published_at: z.date(),
  published_at: z.date(),
});

/** What a managing editor does in a newsroom with two sections, and what is seen of it. */
export class PublishingScenes {
  private constructor(
    private readonly newsroom: PublishingNewsroom,
    readonly asReady: Section,
    readonly together: Section,
  ) {}

  static async in(newsroom: PublishingNewsroom): Promise<PublishingScenes> {
    return new PublishingScenes(
      newsroom,
      await newsroom.section('tin-trong-tinh'),
      await newsroom.section('doi-ngoai', { release: 'together' }),
    );
  }

  /** The article's public pages by language. */
  pages(articleId: string): Promise<z.infer<typeof pageSchema>[]> {
    return rows(
      this.newsroom.sql,
      pageSchema,
      'SELECT * FROM public_page WHERE article_id = ? ORDER BY language',
      [articleId],
    );
  }

  async statuses({ articleId }: Edition): Promise<Record<string, string>> {
    const pages = await this.pages(articleId);
    return Object.fromEntries(pages.map(({ language, status }) => [language, status]));
  }

  /** What the ledger says of releases and of what became public, in order. */
  async factsOf({ articleId }: Edition): Promise<string[]> {
    const entries = await rows(
      this.newsroom.sql,
      z.object({ fact: z.string() }),
      `SELECT fact FROM ledger_entry WHERE article_id = ? AND (fact LIKE 'release.%' OR fact IN
       ('edition.scheduled', 'edition.unscheduled', 'edition.published', 'edition.corrected',
        'edition.withdrawn', 'edition.restored', 'edition.archived')) ORDER BY id`,
      [articleId],
    );
    return entries.map(({ fact }) => fact);
  }

  async act(edition: Edition, action: PublishingAction, said: PublishingSaid = {}) {
    const { version } = await this.newsroom.edition(edition.id);
    const person = await this.newsroom.managingEditor();
    return this.newsroom.releases.perform(person, edition.id, version, action, said);
  }

  /** An article with approved editions, the source first. */
  async articleOf(
    section: Section,
    languages: readonly Language[] = ['vi', 'en', 'km'],
  ): Promise<[Edition, Edition, Edition]> {
    const [vi, en, km] = await this.newsroom.approved(section, languages);
    if (!vi) throw new Error('no edition');
    return [vi, en ?? vi, km ?? vi];
  }

  /** The edition with a new approved revision beside the live one. */
  async revised(edition: Edition, title: string): Promise<Edition> {
    const { newsroom } = this;
    const { version } = await newsroom.edition(edition.id);
    const author = edition.isSource ? await newsroom.writer() : await newsroom.translator();
    await newsroom.transitions.perform(author, edition.id, version, 'revise', {});
    await newsroom.write(edition.id, title);
    return newsroom.approve(edition.id);
  }

  inMinutes(minutes: number): Date {
    return new Date(this.newsroom.clock.now().getTime() + minutes * 60_000);
  }
}
