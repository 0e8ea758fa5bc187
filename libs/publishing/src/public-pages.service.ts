import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { article, bodyToHtml, revision, section, type Edition, type Section } from '@desk/articles';
import { change } from '@desk/database';
import { behindSource } from './behind-source.queries.js';
import { portalBody } from './portal-body.js';
import { SearchIndex } from './search/search-index.service.js';
import { correctionsOf, isPublicSection, namesOf, publicSlug } from './public-pages.queries.js';

/**
 * The public read model, from which the portal serves: everything a reader gets is rendered
 * once, in the transaction of the change that made it public. The only writer of `public_*`, but for the search's index.
 */
@Injectable()
export class PublicPages {
  constructor(private readonly searchIndex: SearchIndex) {}

  /** Shows the edition's live revision: a new page, or the old one's new text. */
  async show(tx: EntityManager, edition: Edition): Promise<void> {
    if (edition.liveRevisionId === null || !edition.firstPublishedAt || !edition.publishedAt) {
      throw new Error(`edition ${edition.id} has nothing live to show`);
    }
    const text = await revision(tx, edition.liveRevisionId);
    const { byline } = await article(tx, edition.articleId);
    const { code } = await this.sectionOf(tx, edition);
    await this.lead(tx, edition, text.slug);
    const page = {
      edition_id: edition.id,
      article_id: edition.articleId,
      language: edition.language,
      section_code: code,
      slug: text.slug,
      status: 'live',
      revision_hash: text.hash,
      title: text.title,
      summary: text.summary,
      html: bodyToHtml(portalBody(text.body), { language: edition.language }),
      seo: JSON.stringify(text.seo),
      byline,
      translators: JSON.stringify(edition.isSource ? [] : await namesOf(tx, text.contributors)),
      is_source: edition.isSource,
      corrections: JSON.stringify(await correctionsOf(tx, edition.id)),
      withdrawal_reason: null,
      first_published_at: edition.firstPublishedAt,
      published_at: edition.publishedAt,
      withdrawn_at: null,
    };
    const columns = Object.keys(page);
    await change(
      tx,
      `INSERT INTO public_page (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON DUPLICATE KEY UPDATE ${columns.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
      Object.values(page),
    );
    await this.markBehindSource(tx, edition.articleId);
    await this.searchIndex.follow(tx, edition.id);
  }

  /** The address stays and answers with the reason; nothing of the text is kept here. */
  async withdraw(tx: EntityManager, edition: Edition): Promise<void> {
    await change(
      tx,
      `UPDATE public_page SET status = 'withdrawn', title = '', summary = '', html = '', byline = '',
         seo = '{"title":"","description":""}', translators = '[]', corrections = '[]',
         withdrawn_at = ?, withdrawal_reason = ? WHERE edition_id = ?`,
      [edition.withdrawnAt, JSON.stringify(edition.withdrawalReason), edition.id],
    );
    await this.markBehindSource(tx, edition.articleId);
    await this.searchIndex.follow(tx, edition.id);
  }

  async restore(tx: EntityManager, edition: Edition): Promise<void> {
    await this.show(tx, edition);
    if (edition.state === 'archived') await this.archive(tx, edition);
  }

  /** Readable at its address, in no list any more. */
  async archive(tx: EntityManager, edition: Edition): Promise<void> {
    await change(tx, `UPDATE public_page SET status = 'archived' WHERE edition_id = ?`, [
      edition.id,
    ]);
    await this.searchIndex.follow(tx, edition.id);
  }

  /** A section's names and place in the portal; when its address changed, its pages move along. */
  async publishSection(tx: EntityManager, shown: Section): Promise<void> {
    const { id, code, names, position } = shown;
    await change(
      tx,
      `UPDATE public_page SET section_code = ?
       WHERE section_code = (SELECT code FROM public_section WHERE id = ?) AND section_code <> ?`,
      [code, id, code],
    );
    await change(
      tx,
      `INSERT INTO public_section (id, code, names, position) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE code = VALUES(code), names = VALUES(names),
         position = VALUES(position)`,
      [id, code, JSON.stringify(names), position],
    );
    await this.searchIndex.followSection(tx, code);
  }

  /** Lets the address that readers knew lead to the new one. */
  private async lead(tx: EntityManager, edition: Edition, slug: string): Promise<void> {
    const before = await publicSlug(tx, edition.id);
    if (before === null || before === slug) return;
    await change(tx, 'DELETE FROM public_redirect WHERE language = ? AND slug = ?', [
      edition.language,
      slug,
    ]);
    await change(
      tx,
      `INSERT INTO public_redirect (language, slug, edition_id) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE edition_id = VALUES(edition_id)`,
      [edition.language, before, edition.id],
    );
  }

  /**
   * Says on each page of the article whether its text is behind the source that readers see.
   * A mark on the page only: the editions' state, text and time are not touched (guarantee I).
   */
  private async markBehindSource(tx: EntityManager, articleId: string): Promise<void> {
    for (const page of await behindSource(tx, articleId)) {
      if (page.behind === page.marked) continue;
      await change(tx, 'UPDATE public_page SET being_updated = ? WHERE edition_id = ?', [
        page.behind,
        page.editionId,
      ]);
    }
  }

  private async sectionOf(tx: EntityManager, edition: Edition): Promise<Section> {
    const shown = await section(tx, edition.sectionId);
    if (!(await isPublicSection(tx, shown.id))) await this.publishSection(tx, shown);
    return shown;
  }
}
