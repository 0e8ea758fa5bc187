import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, firstRow } from '@desk/database';
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
   * Gives the edition its address: what is wished for, cleaned, or one made of the title. What
   * it already has stays as it is.
   * @throws Refused `edition.slug_taken` when the wish is another edition's
   */
  async settle(
    tx: EntityManager,
    edition: Addressed,
    text: { readonly slug: string; readonly title: string },
  ): Promise<string> {
    const isOwn = (await this.holder(tx, edition.language, text.slug)) === edition.id;
    const wished = isOwn ? text.slug : slugFor(edition.language, text.slug).slug;
    if (wished) {
      await this.claim(tx, edition, wished);
      return wished;
    }
    for (;;) {
      const proposed = await this.propose(tx, edition, text.title);
      if (await this.take(tx, edition, proposed)) return proposed;
    }
  }

  /**
   * Gives the edition this slug; the one it had stays as a redirect. Taking back an old slug
   * of its own is allowed.
   * @throws Refused `edition.slug_taken` when another edition of the language has or had it
   */
  async claim(tx: EntityManager, edition: Addressed, slug: string): Promise<void> {
    if (!(await this.take(tx, edition, slug))) throw new Refused('edition.slug_taken', { slug });
  }

  /** False when another edition has or had the slug, or takes it at this very moment. */
  private async take(tx: EntityManager, edition: Addressed, slug: string): Promise<boolean> {
    await change(
      tx,
      `INSERT IGNORE INTO edition_slug (language, slug, edition_id, current)
       VALUES (?, ?, ?, true)`,
      [edition.language, slug, edition.id],
    );
    if ((await this.holder(tx, edition.language, slug)) !== edition.id) return false;
    await change(tx, 'UPDATE edition_slug SET current = (slug = ?) WHERE edition_id = ?', [
      slug,
      edition.id,
    ]);
    return true;
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
