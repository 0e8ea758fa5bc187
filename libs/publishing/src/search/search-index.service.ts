import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, firstRow, rows, Transactions } from '@desk/database';
import { indexWords } from './index-words.js';
import { plainText } from './plain-text.js';

/** How much a word of the title, and of the summary, counts against one of the text. */
const TITLE_COUNTS = 8;
const SUMMARY_COUNTS = 2;
/** Pages of one look for what is to be indexed. */
const BATCH = 200;

const pageSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  summary: z.string(),
  html: z.string(),
  byline: z.string(),
});

/**
 * The index of the portal's search, made from the public pages alone and changed in the same
 * transaction as they are: what is not public is not in it. The only writer of `public_search`.
 */
@Injectable()
export class SearchIndex {
  constructor(private readonly transactions: Transactions) {}

  /** Brings what is found of a page to what the page says now; a page in no list is not found. */
  async follow(tx: EntityManager, editionId: string): Promise<void> {
    const page = await firstRow(
      tx,
      pageSchema,
      `SELECT edition_id AS id, title, summary, html, byline FROM public_page
       WHERE edition_id = ? AND status = 'live' FOR UPDATE`,
      [editionId],
    );
    if (!page) {
      await change(tx, 'DELETE FROM public_search WHERE edition_id = ?', [editionId]);
      return;
    }
    const text = plainText(page.html);
    const words = [
      ...Array<string>(TITLE_COUNTS).fill(indexWords(page.title)),
      ...Array<string>(SUMMARY_COUNTS).fill(indexWords(page.summary)),
      indexWords(page.byline),
      indexWords(text),
    ];
    await change(
      tx,
      `INSERT INTO public_search
         (edition_id, article_id, language, section_code, first_published_at, text, words)
       SELECT edition_id, article_id, language, section_code, first_published_at, ?, ?
       FROM public_page WHERE edition_id = ?
       ON DUPLICATE KEY UPDATE section_code = VALUES(section_code), text = VALUES(text),
         first_published_at = VALUES(first_published_at), words = VALUES(words)`,
      [text, words.join(' '), editionId],
    );
  }

  /** The pages of a section that got another address. */
  async followSection(tx: EntityManager, code: string): Promise<void> {
    await change(
      tx,
      `UPDATE public_search s JOIN public_page p USING (edition_id)
       SET s.section_code = p.section_code
       WHERE p.section_code = ? AND s.section_code <> p.section_code`,
      [code],
    );
  }

  /** Indexes the pages that are not in the index yet; returns how many there were. */
  async fill(told: (done: number) => void = () => undefined): Promise<number> {
    const missing = `SELECT p.edition_id AS id FROM public_page p
      LEFT JOIN public_search s USING (edition_id)
      WHERE p.status = 'live' AND s.edition_id IS NULL AND p.edition_id > ?
      ORDER BY p.edition_id LIMIT ${BATCH}`;
    return this.each(missing, told);
  }

  /** Makes the whole index anew while readers go on searching; returns how many pages it knows. */
  async rebuild(told: (done: number) => void = () => undefined): Promise<number> {
    await this.transactions.run((tx) =>
      change(
        tx,
        `DELETE s FROM public_search s LEFT JOIN public_page p
           ON p.edition_id = s.edition_id AND p.status = 'live'
         WHERE p.edition_id IS NULL`,
      ),
    );
    const all = `SELECT edition_id AS id FROM public_page
      WHERE status = 'live' AND edition_id > ? ORDER BY edition_id LIMIT ${BATCH}`;
    return this.each(all, told);
  }

  private async each(pages: string, told: (done: number) => void): Promise<number> {
    let done = 0;
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const found = await this.transactions.run((tx) =>
        rows(tx, z.object({ id: z.uuid() }), pages, [last]),
      );
      for (const { id } of found) {
        await this.transactions.run((tx) => this.follow(tx, id));
        last = id;
      }
      done += found.length;
      told(done);
      if (found.length < BATCH) return done;
    }
  }
}
