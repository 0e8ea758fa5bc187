import { z } from 'zod';
import { deskStepSchema, editionStateSchema } from '@desk/contracts';
import { flag, rows, wholeNumber, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import type { Sections } from '@desk/people';

/** Editions that stand alike. */
const standingSchema = z.object({
  isSource: flag,
  state: editionStateSchema,
  language: languageSchema,
  toTranslate: flag,
  toReview: flag,
  waiting: wholeNumber,
  oldestSince: z.date(),
  oldestEditionId: z.uuid(),
});
export type StandingRow = z.infer<typeof standingSchema>;

const within = (table: string, sections: Sections): string =>
  sections === null ? 'TRUE' : `${table}.section_id IN (?)`;
const given = (sections: Sections): unknown[] => (sections === null ? [] : [sections]);

const unfinished = `('draft', 'changes_requested', 'in_review', 'approved')`;

/**
 * How many editions stand in each way in which something waits, and which of them the longest:
 * those that are not public yet, and translations that are to be brought up to date.
 */
export const standingRows = (sql: Sql, sections: Sections): Promise<StandingRow[]> =>
  rows(
    sql,
    standingSchema,
    `WITH open AS (
       SELECT t.edition_id, MAX(t.kind = 'translate') AS to_translate,
         MAX(t.kind = 'review') AS to_review, MIN(t.created_at) AS since
       FROM task t WHERE t.open_due_at IS NOT NULL AND ${within('t', sections)}
       GROUP BY t.edition_id
     ), standing AS (
       SELECT e.id, e.is_source, e.state, e.language, e.state_since AS since,
         COALESCE(o.to_translate, 0) AS to_translate, COALESCE(o.to_review, 0) AS to_review
       FROM edition e LEFT JOIN open o ON o.edition_id = e.id
       WHERE e.state IN ${unfinished} AND ${within('e', sections)}
       UNION ALL
       SELECT e.id, e.is_source, e.state, e.language, o.since, 1, o.to_review
       FROM open o JOIN edition e ON e.id = o.edition_id
       WHERE o.to_translate AND e.state NOT IN ${unfinished}
     )
     SELECT is_source AS isSource, state, language, to_translate AS toTranslate,
       to_review AS toReview, COUNT(*) AS waiting, MIN(since) AS oldestSince,
       GROUP_CONCAT(id ORDER BY since, id LIMIT 1) AS oldestEditionId
     FROM standing GROUP BY 1, 2, 3, 4, 5`,
    [...given(sections), ...given(sections)],
  );

const finishedSchema = z.object({
  step: deskStepSchema,
  language: languageSchema.nullable(),
  finished: wholeNumber,
  medianSeconds: z.coerce.number(),
});
export type FinishedRow = z.infer<typeof finishedSchema>;

/** How long steps took that were finished since then. */
export const finishedRows = (sql: Sql, sections: Sections, from: Date): Promise<FinishedRow[]> =>
  rows(
    sql,
    finishedSchema,
    `WITH finished AS (
       SELECT CASE WHEN s.state = 'approved' THEN 'release'
           WHEN s.is_source THEN 'writing' ELSE 'translation' END AS step,
         IF(s.is_source OR s.state = 'approved', NULL, s.language) AS language,
         TIMESTAMPDIFF(SECOND, s.began_at, s.ended_at) AS seconds
       FROM edition_stay s WHERE s.ended_at > ? AND ${within('s', sections)}
         AND s.state IN ('draft', 'changes_requested', 'approved')
       UNION ALL
       SELECT CASE WHEN t.kind = 'sign_off' THEN 'sign_off'
           WHEN t.language = t.source_language THEN 'source_review'
           ELSE 'translation_review' END,
         NULL, TIMESTAMPDIFF(SECOND, t.created_at, t.done_at)
       FROM task t WHERE t.done_at > ? AND t.state = 'done' AND t.kind IN ('review', 'sign_off')
         AND ${within('t', sections)}
     )
     SELECT DISTINCT step, language, COUNT(*) OVER (PARTITION BY step, language) AS finished,
       MEDIAN(seconds) OVER (PARTITION BY step, language) AS medianSeconds
     FROM finished`,
    [from, ...given(sections), from, ...given(sections)],
  );
