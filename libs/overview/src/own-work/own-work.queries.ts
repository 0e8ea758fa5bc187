import { z } from 'zod';
import { flag, jsonColumn, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import { visibleSections, type Person } from '@desk/people';

const editionSchema = z.object({
  articleId: z.uuid(),
  editionId: z.uuid(),
  sectionId: z.uuid(),
  language: languageSchema,
  title: z.string(),
});
const editionColumns = `e.article_id AS articleId, e.id AS editionId, e.section_id AS sectionId,
  e.language, IF(e.title = '', COALESCE((SELECT src.title FROM edition src
    WHERE src.article_id = e.article_id AND src.is_source), ''), e.title) AS title`;

/** A part of a WHERE, with its parameters, that keeps what the person may see. */
function visible(person: Person): { text: string; parameters: unknown[] } {
  const seen = visibleSections(person);
  if (seen === null) return { text: 'TRUE', parameters: [] };
  return seen.length === 0
    ? { text: 'FALSE', parameters: [] }
    : { text: 'e.section_id IN (?)', parameters: [seen] };
}

const returnedSchema = editionSchema.extend({
  at: z.date(),
  byId: z.uuid().nullable(),
  byName: z.string().nullable(),
  comment: z.string().nullable(),
});
export type ReturnedEdition = z.infer<typeof returnedSchema>;

/** What the person submitted last and was sent back, with what is asked for. */
export function returnedTo(sql: Sql, person: Person, most: number): Promise<ReturnedEdition[]> {
  const { text, parameters } = visible(person);
  return rows(
    sql,
    returnedSchema,
    `SELECT ${editionColumns}, e.state_since AS at, said.actor_id AS byId, by_whom.name AS byName,
       JSON_VALUE(said.payload, '$.comment') AS comment
     FROM review_round r JOIN edition e ON e.id = r.edition_id AND e.state = 'changes_requested'
     LEFT JOIN ledger_entry said ON said.id = (SELECT l.id FROM ledger_entry l
       WHERE l.edition_id = e.id AND l.fact = 'edition.changes_requested'
       ORDER BY l.at DESC, l.id DESC LIMIT 1)
     LEFT JOIN account by_whom ON by_whom.id = said.actor_id
     WHERE r.opened_by = ? AND r.outcome = 'changes_requested' AND ${text}
       AND NOT EXISTS (SELECT 1 FROM review_round later
         WHERE later.edition_id = r.edition_id AND later.number > r.number)
     ORDER BY r.opened_at DESC LIMIT ?`,
    [person.id, ...parameters, most],
  );
}

const approvedSchema = editionSchema.extend({
  since: z.date(),
  sourceLanguage: languageSchema,
  contributors: jsonColumn(z.array(z.uuid())),
});
export type ApprovedEdition = z.infer<typeof approvedSchema>;

/** What is signed off and has no time set, the oldest first. */
export function approvedEditions(
  sql: Sql,
  person: Person,
  most: number,
): Promise<ApprovedEdition[]> {
  const { text, parameters } = visible(person);
  return rows(
    sql,
    approvedSchema,
    `SELECT ${editionColumns}, e.state_since AS since, a.source_language AS sourceLanguage,
       e.contributors
     FROM edition e JOIN article a ON a.id = e.article_id
     WHERE e.state = 'approved' AND ${text} ORDER BY e.state_since, e.id LIMIT ?`,
    [...parameters, most],
  );
}

const draftSchema = editionSchema.extend({ updatedAt: z.date() });
export type DraftEdition = z.infer<typeof draftSchema>;

/** What the person began and has not submitted, the last changed first. */
export function draftsOf(sql: Sql, person: Person, most: number): Promise<DraftEdition[]> {
  const { text, parameters } = visible(person);
  return rows(
    sql,
    draftSchema,
    `SELECT ${editionColumns}, e.updated_at AS updatedAt
     FROM article a JOIN edition e ON e.article_id = a.id AND e.is_source AND e.state = 'draft'
     WHERE a.created_by = ? AND ${text} ORDER BY e.updated_at DESC, e.id LIMIT ?`,
    [person.id, ...parameters, most],
  );
}

const publishedSchema = editionSchema.extend({
  publishedAt: z.date(),
  sectionCode: z.string().nullable(),
  slug: z.string().nullable(),
  mine: flag,
});
export type PublishedEdition = z.infer<typeof publishedSchema>;

/** What went public since then and still is, the last first. */
export function publishedSince(
  sql: Sql,
  person: Person,
  from: Date,
  most: number,
): Promise<PublishedEdition[]> {
  const { text, parameters } = visible(person);
  return rows(
    sql,
    publishedSchema,
    `SELECT ${editionColumns}, e.published_at AS publishedAt, page.section_code AS sectionCode,
       page.slug, JSON_CONTAINS(e.contributors, JSON_QUOTE(?)) AS mine
     FROM edition e LEFT JOIN public_page page ON page.edition_id = e.id
     WHERE e.liveness = 'live' AND e.published_at > ? AND ${text}
     ORDER BY e.published_at DESC, e.id DESC LIMIT ?`,
    [person.id, from, ...parameters, most],
  );
}
