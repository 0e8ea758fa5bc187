import { z } from 'zod';
import {
  conceptTermSchema,
  encodeCursor,
  readCursor,
  type Concept,
  type ConceptQuery,
  type Page,
} from '@desk/contracts';
import { firstRow, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { foldedTerm } from './concept.js';

const conceptRowSchema = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  domain: z.string(),
  headword: z.string(),
  note: z.string(),
  source: z.string(),
  retiredAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
type ConceptRow = z.infer<typeof conceptRowSchema>;

const columns = `c.id, c.code, c.domain, c.headword, c.note, c.source, c.retired_at AS retiredAt,
  c.created_at AS createdAt, c.updated_at AS updatedAt, c.version`;

/** @throws Missing `glossary.concept_missing` */
export async function concept(sql: Sql, id: string): Promise<Concept> {
  const found = await firstRow(
    sql,
    conceptRowSchema,
    `SELECT ${columns} FROM concept c WHERE c.id = ?`,
    [id],
  );
  if (!found) throw new Missing('glossary.concept_missing', { id });
  const [whole] = await withTerms(sql, [found]);
  if (!whole) throw new Missing('glossary.concept_missing', { id });
  return whole;
}

const cursorSchema = z.tuple([z.string(), z.uuid()]);

/** By headword, in Vietnamese order. */
export async function conceptPage(sql: Sql, query: ConceptQuery): Promise<Page<Concept>> {
  const { where, parameters } = conditions(query);
  const found = await rows(
    sql,
    conceptRowSchema,
    `SELECT ${columns} FROM concept c WHERE ${where} ORDER BY c.headword, c.id LIMIT ?`,
    [...parameters, query.limit + 1],
  );
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await withTerms(sql, shown),
    next: last ? encodeCursor([last.headword, last.id]) : null,
  };
}

function conditions(query: ConceptQuery): { where: string; parameters: unknown[] } {
  const parts: [string, ...unknown[]][] = [
    [query.retired ? 'c.retired_at IS NOT NULL' : 'c.retired_at IS NULL'],
  ];
  if (query.domain !== undefined) parts.push(['c.domain = ?', query.domain]);
  const search = foldedTerm(query.search ?? '');
  if (search !== '' || query.language) {
    const of: [string, ...unknown[]][] = [['t.concept_id = c.id']];
    if (query.language) of.push(['t.language = ?', query.language]);
    if (search !== '') of.push([`t.folded LIKE ? ${collation(search)}`, containing(search)]);
    parts.push([
      `EXISTS (SELECT 1 FROM term t WHERE ${of.map(([text]) => text).join(' AND ')})`,
      ...of.flatMap(([, ...values]) => values),
    ]);
  }
  if (query.cursor !== undefined) {
    const [headword, id] = readCursor(query.cursor, cursorSchema);
    parts.push(['(c.headword > ? OR (c.headword = ? AND c.id > ?))', headword, headword, id]);
  }
  return {
    where: parts.map(([text]) => text).join(' AND '),
    parameters: parts.flatMap(([, ...values]) => values),
  };
}

/** Who types no marks finds all: "uy ban" finds Uỷ ban. Who types them means them. */
function collation(search: string): string {
  const plain = /^[\p{ASCII}]*$/u.test(search);
  return plain ? 'COLLATE utf8mb4_uca1400_ai_ci' : '';
}

const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const termRowSchema = conceptTermSchema.extend({ conceptId: z.uuid() });

async function withTerms(sql: Sql, found: readonly ConceptRow[]): Promise<Concept[]> {
  if (found.length === 0) return [];
  const terms = await rows(
    sql,
    termRowSchema,
    `SELECT id, concept_id AS conceptId, language, term, status, note FROM term
     WHERE concept_id IN (?) ORDER BY concept_id, position`,
    [found.map(({ id }) => id)],
  );
  return found.map(({ headword: _, ...row }) => ({
    ...row,
    terms: terms.flatMap(({ conceptId, ...term }) => (conceptId === row.id ? [term] : [])),
  }));
}
