import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  editionStateSchema,
  encodeCursor,
  livenessSchema,
  readCursor,
  type articleQuerySchema,
} from '@desk/contracts';
import { flag, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import { visibleSections, type Person } from '@desk/people';
import {
  articleColumns,
  articleSchema,
  readableArticle,
  type Article,
} from './articles.service.js';

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

const headSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  sectionId: z.uuid(),
  sourceLanguage: languageSchema,
  language: languageSchema,
  isSource: flag,
  state: editionStateSchema,
  liveness: livenessSchema,
  version: z.int(),
  title: z.string(),
  stale: flag,
  updatedAt: z.date(),
});
type EditionHead = z.infer<typeof headSchema>;

/** An article with where each of its editions stands. */
export interface ArticleView extends Article {
  readonly editions: readonly EditionHead[];
}
export interface ArticlePage {
  readonly items: readonly ArticleView[];
  readonly next: string | null;
}

/** Reads articles as people see them: only those of their sections. */
@Injectable()
export class ArticleLists {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest change first. `mine`: begun by the person. */
  async page(person: Person, query: z.infer<typeof articleQuerySchema>): Promise<ArticlePage> {
    const seen = visibleSections(person);
    if (seen?.length === 0) return { items: [], next: null };
    const { where, parameters } = conditions(person, seen, query);
    const found = await rows(
      this.dataSource,
      articleSchema,
      `SELECT ${articleColumns} FROM article a ${where}
       ORDER BY a.updated_at DESC, a.id DESC LIMIT ?`,
      [...parameters, query.limit + 1],
    );
    const items = found.slice(0, query.limit);
    const last = found.length > query.limit ? items.at(-1) : undefined;
    return {
      items: await withEditions(this.dataSource, items),
      next: last ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null,
    };
  }

  /** @throws Missing `article.missing` */
  async find(person: Person, id: string): Promise<ArticleView> {
    const article = await readableArticle(this.dataSource, person, id);
    const [view] = await withEditions(this.dataSource, [article]);
    return view ?? { ...article, editions: [] };
  }
}

function conditions(
  person: Person,
  seen: readonly string[] | null,
  query: z.infer<typeof articleQuerySchema>,
): { where: string; parameters: unknown[] } {
  const parts: [string, ...unknown[]][] = [];
  if (seen) parts.push(['a.section_id IN (?)', seen]);
  if (query.sectionId) parts.push(['a.section_id = ?', query.sectionId]);
  if (query.mine) parts.push(['a.created_by = ?', person.id]);
  if (query.state || query.language) {
    const of: [string, ...unknown[]][] = [['e.article_id = a.id']];
    if (query.language) of.push(['e.language = ?', query.language]);
    if (query.state) of.push(['e.state = ?', query.state]);
    const inner = of.map(([text]) => text).join(' AND ');
    parts.push([
      `EXISTS (SELECT 1 FROM edition e WHERE ${inner})`,
      ...of.flatMap(([, ...values]) => values),
    ]);
  }
  if (query.cursor) {
    const [updatedAt, id] = readCursor(query.cursor, cursorSchema);
    parts.push(['(a.updated_at, a.id) < (?, ?)', new Date(updatedAt), id]);
  }
  if (parts.length === 0) return { where: '', parameters: [] };
  return {
    where: `WHERE ${parts.map(([text]) => text).join(' AND ')}`,
    parameters: parts.flatMap(([, ...values]) => values),
  };
}

async function withEditions(sql: Sql, articles: readonly Article[]): Promise<ArticleView[]> {
  if (articles.length === 0) return [];
  const heads = await rows(
    sql,
    headSchema,
    `SELECT e.id, e.article_id AS articleId, e.section_id AS sectionId,
       a.source_language AS sourceLanguage, e.language, e.is_source AS isSource, e.state,
       e.liveness, e.version, e.title, e.updated_at AS updatedAt,
       (NOT e.is_source AND src.approved_revision_id IS NOT NULL
         AND NOT (e.source_revision_id <=> COALESCE(newest.stands_for, newest.id))) AS stale
     FROM edition e JOIN article a ON a.id = e.article_id
     JOIN edition src ON src.article_id = e.article_id AND src.is_source
     LEFT JOIN revision newest ON newest.id = src.approved_revision_id
     WHERE e.article_id IN (?) ORDER BY e.is_source DESC, e.language`,
    [articles.map((article) => article.id)],
  );
  const byArticle = grouped(heads);
  return articles.map((article) => ({ ...article, editions: byArticle.get(article.id) ?? [] }));
}

function grouped(heads: readonly EditionHead[]): Map<string, EditionHead[]> {
  const groups = new Map<string, EditionHead[]>();
  for (const head of heads)
    groups.set(head.articleId, [...(groups.get(head.articleId) ?? []), head]);
  return groups;
}
