import { z } from 'zod';
import { encodeCursor, readCursor, type BoardFilter } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import { visibleSections, type Person } from '@desk/people';
import {
  editionParts,
  joined,
  updatedParts,
  type Narrowing,
  type Part,
} from './board-conditions.js';

type Sort = BoardFilter['sort'];

/** So many articles are put in order; of more, the first are met by walking. */
const FEW = 1_000;

/** By what the board is walked: rows of a table `head`, of which each article has one. */
interface Order {
  readonly from: string;
  /** The index that has them in order. */
  readonly walk: string;
  readonly articleId: string;
  readonly at: string;
  /** The last change of any edition of the article. */
  readonly updatedAt: string;
  readonly newestFirst: boolean;
  readonly parts: readonly Part[];
}

const lastChangeOf = (articleId: string): string =>
  `(SELECT MAX(any_of.updated_at) FROM edition any_of WHERE any_of.article_id = ${articleId})`;

const orders: Readonly<Record<Sort, Order>> = {
  updated: {
    from: 'edition head',
    walk: 'edition_updated',
    articleId: 'head.article_id',
    at: 'head.updated_at',
    updatedAt: 'head.updated_at',
    newestFirst: true,
    parts: [
      [
        `NOT EXISTS (SELECT 1 FROM edition other WHERE other.article_id = head.article_id
          AND (other.updated_at > head.updated_at
            OR (other.updated_at = head.updated_at AND other.id > head.id)))`,
      ],
    ],
  },
  due: {
    from: 'task head',
    walk: 'task_open_due',
    articleId: 'head.article_id',
    at: 'head.open_due_at',
    updatedAt: lastChangeOf('head.article_id'),
    newestFirst: false,
    parts: [
      ['head.open_due_at IS NOT NULL'],
      [
        `NOT EXISTS (SELECT 1 FROM task other WHERE other.article_id = head.article_id
          AND (other.open_due_at < head.open_due_at
            OR (other.open_due_at = head.open_due_at AND other.id < head.id)))`,
      ],
    ],
  },
  created: {
    from: 'article head',
    walk: 'article_created',
    articleId: 'head.id',
    at: 'head.created_at',
    updatedAt: lastChangeOf('head.id'),
    newestFirst: true,
    parts: [],
  },
};

const placeSchema = z.tuple([z.enum(['updated', 'due', 'created']), z.iso.datetime(), z.uuid()]);
const headSchema = z.object({ articleId: z.uuid(), at: z.date(), id: z.uuid() });

export interface BoardPage {
  readonly articleIds: readonly string[];
  readonly next: string | null;
}

/** The articles of one page, in the order that was asked for, of those that the person may see. */
export async function boardPage(
  sql: Sql,
  person: Person,
  query: Narrowing & { sort: Sort; limit: number; cursor?: string | undefined },
  at: Date,
): Promise<BoardPage> {
  const seen = visibleSections(person);
  if (seen?.length === 0) return { articleIds: [], next: null };
  const order = orders[query.sort];
  const parts: Part[] = [...order.parts];
  if (seen) parts.push(['head.section_id IN (?)', seen]);
  if (query.sectionId) parts.push(['head.section_id = ?', query.sectionId]);
  parts.push(...updatedParts(order.updatedAt, query, at));
  if (query.cursor !== undefined) parts.push(after(query.cursor, query.sort));
  const asked = editionParts(person, query, at);
  const few = asked.length === 0 ? null : await fewWith(sql, asked);
  if (few?.length === 0) return { articleIds: [], next: null };
  if (few) parts.push([`${order.articleId} IN (?)`, few]);
  else if (asked.length > 0) parts.push(oneWith(asked, order));
  const [where, ...parameters] = parts.length > 0 ? joined(parts) : ['TRUE'];
  const direction = order.newestFirst ? 'DESC' : 'ASC';
  const found = await rows(
    sql,
    headSchema,
    `SELECT ${order.articleId} AS articleId, ${order.at} AS at, head.id
     FROM ${order.from} ${few ? '' : `FORCE INDEX FOR ORDER BY (${order.walk})`}
     WHERE ${where} ORDER BY ${order.at} ${direction}, head.id ${direction} LIMIT ?`,
    [...parameters, query.limit + 1],
  );
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  return {
    articleIds: shown.map(({ articleId }) => articleId),
    next: last ? encodeCursor([query.sort, last.at.toISOString(), last.id]) : null,
  };
}

/** The articles of which an edition is so; null when there are many: then a walk soon meets some. */
async function fewWith(sql: Sql, asked: readonly Part[]): Promise<string[] | null> {
  const [text, ...parameters] = joined(asked);
  const found = await rows(
    sql,
    z.object({ articleId: z.uuid() }),
    `SELECT DISTINCT e.article_id AS articleId FROM edition e WHERE ${text} LIMIT ?`,
    [...parameters, FEW + 1],
  );
  return found.length > FEW ? null : found.map(({ articleId }) => articleId);
}

/** Asked of one article after the other: a scalar subquery, which is not looked up for all at once. */
function oneWith(asked: readonly Part[], order: Order): Part {
  const [text, ...parameters] = joined(asked);
  return [
    `(SELECT 1 FROM edition e WHERE e.article_id = ${order.articleId} AND ${text} LIMIT 1) = 1`,
    ...parameters,
  ];
}

/** What comes after a place; of a cursor for another order the place says nothing. */
function after(cursor: string, sort: Sort): Part {
  const schema = placeSchema.refine(([of]) => of === sort);
  const [, text, id] = readCursor(cursor, schema);
  const at = new Date(text);
  const { at: column, newestFirst } = orders[sort];
  const beyond = newestFirst ? '<' : '>';
  return [`${column} ${beyond}= ? AND (${column} ${beyond} ? OR head.id ${beyond} ?)`, at, at, id];
}
