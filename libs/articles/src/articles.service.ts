import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { EditionState } from '@desk/contracts';
import { change, firstRow, isDuplicate, newId, rows, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { languageSchema, type Language } from '@desk/languages';
import { Commands, record } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import type { EditionText } from './edition.js';
import { section } from './sections.service.js';
import { titleColumns } from './title-search.js';

export const articleSchema = z.object({
  id: z.uuid(),
  sectionId: z.uuid(),
  sourceLanguage: languageSchema,
  byline: z.string(),
  createdBy: z.uuid(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Article = z.infer<typeof articleSchema>;

/** The columns of `articleSchema`, from article `a`. */
export const articleColumns = `a.id, a.section_id AS sectionId,
  a.source_language AS sourceLanguage, a.byline, a.created_by AS createdBy,
  a.created_at AS createdAt, a.updated_at AS updatedAt, a.version`;

/** What a writer gives to begin an article. */
export interface ArticleDraft {
  readonly sectionId: string;
  readonly sourceLanguage: Language;
  readonly byline: string;
  readonly text: EditionText;
}

/** Begins articles and their editions, and keeps what all editions of one share. */
@Injectable()
export class Articles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Begins an article with its source edition as a draft. */
  async create(
    person: Person,
    draft: ArticleDraft,
  ): Promise<{ article: Article; editionId: string; version: number }> {
    const { sectionId, sourceLanguage } = draft;
    const about = { sectionId, language: sourceLanguage, sourceLanguage };
    if (!can(person, 'article.create', about)) {
      throw new NotAllowed('permission.denied', { permission: 'article.create' });
    }
    return this.commands.run(async (tx, at) => {
      const { policy } = await section(tx, sectionId);
      if (!policy.requiredLanguages.includes(sourceLanguage)) {
        throw new Invalid('article.language_not_of_section', { language: sourceLanguage });
      }
      const id = newId();
      await change(tx, 'INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, 1)', [
        id,
        sectionId,
        sourceLanguage,
        draft.byline,
        person.id,
        at,
        at,
      ]);
      const made = await article(tx, id);
      const subject = { sectionId, articleId: id };
      await record(tx, at, person.id, 'article.created', subject, { title: draft.text.title });
      const editionId = await this.addEdition(tx, made, sourceLanguage, at, person.id, draft.text);
      return { article: made, editionId, version: 1 };
    });
  }

  /**
   * The edition of the article in a language, made when there is none yet; for translations
   * the system makes them. Returns its id.
   */
  async ensureEdition(tx: EntityManager, articleId: string, language: Language, at: Date) {
    const found = await editionIn(tx, articleId, language);
    if (found) return found;
    try {
      return await this.addEdition(tx, await article(tx, articleId), language, at, null, null);
    } catch (error) {
      const made = isDuplicate(error) ? await editionIn(tx, articleId, language) : null;
      if (made) return made;
      throw error;
    }
  }

  /** Changes the byline or moves the article to another section. */
  async update(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: { byline?: string | undefined; sectionId?: string | undefined },
  ): Promise<Article> {
    return this.commands.run(async (tx, at) => {
      const before = await readableArticle(tx, person, id);
      for (const sectionId of [before.sectionId, changes.sectionId ?? before.sectionId]) {
        if (!can(person, 'article.change', { sectionId })) {
          throw new NotAllowed('permission.denied', { permission: 'article.change' });
        }
      }
      const next = {
        byline: changes.byline ?? before.byline,
        sectionId: changes.sectionId ?? before.sectionId,
      };
      if (next.sectionId !== before.sectionId) await this.moveEditions(tx, id, next.sectionId);
      const touched = await change(
        tx,
        `UPDATE article SET byline = ?, section_id = ?, updated_at = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [next.byline, next.sectionId, at, id, expectedVersion],
      );
      if (touched !== 1) {
        throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
      }
      const subject = { sectionId: next.sectionId, articleId: id };
      await record(tx, at, person.id, 'article.changed', subject, { fields: Object.keys(changes) });
      return article(tx, id);
    });
  }

  async find(person: Person, id: string): Promise<Article> {
    return readableArticle(this.dataSource, person, id);
  }

  /** An article moves to another section only while nothing of it is under way or public. */
  private async moveEditions(tx: EntityManager, id: string, sectionId: string): Promise<void> {
    await section(tx, sectionId);
    const busy = await rows(
      tx,
      z.object({ state: z.string() }),
      `SELECT state FROM edition
       WHERE article_id = ? AND (liveness <> 'none' OR state NOT IN ('draft', 'changes_requested'))`,
      [id],
    );
    if (busy[0]) throw new Refused('article.section_fixed', { state: busy[0].state });
    await change(tx, 'UPDATE edition SET section_id = ? WHERE article_id = ?', [sectionId, id]);
  }

  private async addEdition(
    tx: EntityManager,
    of: Article,
    language: Language,
    at: Date,
    writerId: string | null,
    text: EditionText | null,
  ): Promise<string> {
    const id = newId();
    const state: EditionState = 'draft';
    const title = text?.title ?? '';
    const searched = titleColumns(title);
    await change(
      tx,
      `INSERT INTO edition (id, article_id, section_id, language, is_source, state, title, summary,
         body, slug, seo, contributors, created_at, updated_at, title_folded, title_bare)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        of.id,
        of.sectionId,
        language,
        language === of.sourceLanguage,
        state,
        title,
        text?.summary ?? '',
        JSON.stringify(text?.body ?? { type: 'doc', content: [] }),
        text?.slug ?? '',
        JSON.stringify(text?.seo ?? { title: '', description: '' }),
        JSON.stringify(writerId ? [writerId] : []),
        at,
        at,
        searched.folded,
        searched.bare,
      ],
    );
    const subject = { sectionId: of.sectionId, articleId: of.id, editionId: id, language };
    await record(tx, at, writerId, 'edition.created', subject, {});
    return id;
  }
}

/** @throws Missing `article.missing` */
export async function article(sql: Sql, id: string): Promise<Article> {
  const found = await firstRow(
    sql,
    articleSchema,
    `SELECT ${articleColumns} FROM article a WHERE a.id = ?`,
    [id],
  );
  if (!found) throw new Missing('article.missing', { id });
  return found;
}

/** @throws Missing `article.missing`, also when the person may not see it */
export async function readableArticle(sql: Sql, person: Person, id: string): Promise<Article> {
  const found = await article(sql, id);
  if (!can(person, 'article.read', { sectionId: found.sectionId })) {
    throw new Missing('article.missing', { id });
  }
  return found;
}

async function editionIn(sql: Sql, articleId: string, language: Language): Promise<string | null> {
  const found = await firstRow(
    sql,
    z.object({ id: z.uuid() }),
    'SELECT id FROM edition WHERE article_id = ? AND language = ?',
    [articleId, language],
  );
  return found?.id ?? null;
}
