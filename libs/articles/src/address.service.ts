import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, firstRow, isDuplicate } from '@desk/database';
import { Refused } from '@desk/errors';
import { slugFor, type Language } from '@desk/languages';

interface Addressed {
  readonly id: string;
  readonly language: Language;
}

/** Keeps the public addresses of editions: unique in their language, old ones leading on. */
@Injectable()
export class Addresses {
  /**
   * Gives the edition this slug; the one it had stays as a redirect. Taking back an old slug
   * of its own is allowed.
   * @throws Refused `edition.slug_taken` when another edition of the language has or had it
   */
  async claim(tx: EntityManager, edition: Addressed, slug: string): Promise<void> {
    const holder = await this.holder(tx, edition.language, slug);
    if (holder !== null && holder !== edition.id) throw new Refused('edition.slug_taken', { slug });
    await change(tx, 'UPDATE edition_slug SET current = false WHERE edition_id = ?', [edition.id]);
    try {
      await change(
        tx,
        `INSERT INTO edition_slug (language, slug, edition_id, current) VALUES (?, ?, ?, true)
         ON DUPLICATE KEY UPDATE current = IF(edition_id = VALUES(edition_id), true, current)`,
        [edition.language, slug, edition.id],
      );
    } catch (error) {
      if (isDuplicate(error)) throw new Refused('edition.slug_taken', { slug });
      throw error;
    }
  }

  /** A free slug from the title: as it is, or with -2, -3 …; the last resort is the id. */
  async propose(tx: EntityManager, edition: Addressed, title: string): Promise<string> {
    const { slug, latin } = slugFor(edition.language, title);
    const base = slug || latin || edition.id.slice(-12);
    for (const candidate of [base, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${base}-${n}`)]) {
      const holder = await this.holder(tx, edition.language, candidate);
      if (holder === null || holder === edition.id) return candidate;
    }
    return `${base}-${edition.id.slice(-12)}`;
  }

  private async holder(
    tx: EntityManager,
    language: Language,
    slug: string,
  ): Promise<string | null> {
    const found = await firstRow(
      tx,
      z.object({ editionId: z.uuid() }),
      'SELECT edition_id AS editionId FROM edition_slug WHERE language = ? AND slug = ?',
      [language, slug],
    );
    return found?.editionId ?? null;
  }
}
