import { z } from 'zod';
import {
  editionStateSchema,
  livenessSchema,
  prioritySchema,
  taskKindSchema,
  taskStateSchema,
} from '@desk/contracts';
import { flag, rows, wholeNumber, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import { isStale } from './board-conditions.js';

const articleSchema = z.object({
  articleId: z.uuid(),
  sectionId: z.uuid(),
  sourceLanguage: languageSchema,
  byline: z.string(),
  creatorId: z.uuid(),
  creatorName: z.string().nullable(),
  createdAt: z.date(),
});
export type ArticleRow = z.infer<typeof articleSchema>;

export const articleRows = (sql: Sql, ids: readonly string[]): Promise<ArticleRow[]> =>
  rows(
    sql,
    articleSchema,
    `SELECT a.id AS articleId, a.section_id AS sectionId, a.source_language AS sourceLanguage,
       a.byline, a.created_by AS creatorId, c.name AS creatorName, a.created_at AS createdAt
     FROM article a LEFT JOIN account c ON c.id = a.created_by WHERE a.id IN (?)`,
    [ids],
  );

const editionSchema = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  language: languageSchema,
  isSource: flag,
  title: z.string(),
  state: editionStateSchema,
  liveness: livenessSchema,
  version: z.int(),
  stale: flag,
  since: z.date(),
  scheduledAt: z.date().nullable(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
});
export type EditionRow = z.infer<typeof editionSchema>;

/** The editions of articles, the source first. */
export const editionRows = (sql: Sql, articleIds: readonly string[]): Promise<EditionRow[]> =>
  rows(
    sql,
    editionSchema,
    `SELECT e.id, e.article_id AS articleId, e.language, e.is_source AS isSource, e.title, e.state,
       e.liveness, e.version, ${isStale('e')} AS stale, e.state_since AS since,
       p.publish_at AS scheduledAt, e.published_at AS publishedAt, e.updated_at AS updatedAt
     FROM edition e
     LEFT JOIN release_edition planned ON planned.planned_key = e.id
     LEFT JOIN \`release\` p ON p.id = planned.release_id
     WHERE e.article_id IN (?) ORDER BY e.is_source DESC, e.language`,
    [articleIds],
  );

const taskSchema = z.object({
  id: z.uuid(),
  editionId: z.uuid(),
  kind: taskKindSchema,
  state: taskStateSchema,
  priority: prioritySchema,
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  dueAt: z.date(),
  createdAt: z.date(),
  version: z.int(),
});
export type TaskRow = z.infer<typeof taskSchema>;

/** The tasks of articles that are still to be done, soonest due first. */
export const openTaskRows = (sql: Sql, articleIds: readonly string[]): Promise<TaskRow[]> =>
  rows(
    sql,
    taskSchema,
    `SELECT t.id, t.edition_id AS editionId, t.kind, t.state, t.priority,
       t.assignee_id AS assigneeId, w.name AS assigneeName, t.due_at AS dueAt,
       t.created_at AS createdAt, t.version
     FROM task t LEFT JOIN account w ON w.id = t.assignee_id
     WHERE t.article_id IN (?) AND t.open_due_at IS NOT NULL ORDER BY t.due_at, t.id`,
    [articleIds],
  );

const progressSchema = z.object({
  editionId: z.uuid(),
  segments: wholeNumber,
  confirmed: wholeNumber,
});
export type ProgressRow = z.infer<typeof progressSchema>;

/**
 * How far translations are: those under work, and published ones of which newer segments wait,
 * by the source revision that they were last prepared for.
 */
export const progressRows = (sql: Sql, editionIds: readonly string[]): Promise<ProgressRow[]> =>
  editionIds.length === 0
    ? Promise.resolve([])
    : rows(
        sql,
        progressSchema,
        `SELECT g.edition_id AS editionId, COUNT(*) AS segments,
           CAST(SUM(g.status = 'confirmed') AS UNSIGNED) AS confirmed
         FROM segment g JOIN (
           SELECT prepared.edition_id, prepared.source_revision_id,
             ROW_NUMBER() OVER (PARTITION BY prepared.edition_id ORDER BY r.number DESC) AS nth
           FROM (SELECT DISTINCT edition_id, source_revision_id FROM segment
                 WHERE edition_id IN (?)) prepared
           JOIN revision r ON r.id = prepared.source_revision_id
         ) newest ON newest.edition_id = g.edition_id
           AND newest.source_revision_id = g.source_revision_id AND newest.nth = 1
         GROUP BY g.edition_id`,
        [editionIds],
      );
