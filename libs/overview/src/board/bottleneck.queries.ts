import { z } from 'zod';
import { deskStepSchema, deskSteps } from '@desk/contracts';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import type { Sections } from '@desk/people';
import { stepCondition } from '../step.policy.js';

const ofStep = { step: deskStepSchema, language: languageSchema.nullable() };
const waitingSchema = z.object({
  ...ofStep,
  waiting: wholeNumber,
  oldestSince: z.date(),
  oldestEditionId: z.uuid(),
});
export type WaitingRow = z.infer<typeof waitingSchema>;

const within = (table: string, sections: Sections): string =>
  sections === null ? 'TRUE' : `${table}.section_id IN (?)`;
const given = (sections: Sections): unknown[] => (sections === null ? [] : [sections]);

/** Since when an edition waits: for what is published, since it is to be translated again. */
const since = `IF(e.state IN ('draft', 'changes_requested', 'in_review', 'approved'), e.state_since,
  (SELECT MIN(t.created_at) FROM task t WHERE t.edition_id = e.id AND t.open_due_at IS NOT NULL))`;
const caseOfStep = deskSteps.map((step) => `WHEN ${stepCondition[step]} THEN '${step}'`).join(' ');

/** How many editions wait at each step, and which of them the longest. */
export const waitingRows = (sql: Sql, sections: Sections): Promise<WaitingRow[]> =>
  rows(
    sql,
    waitingSchema,
    `SELECT step, IF(step = 'translation', language, NULL) AS language, COUNT(*) AS waiting,
       MIN(since) AS oldestSince, GROUP_CONCAT(id ORDER BY since, id LIMIT 1) AS oldestEditionId
     FROM (SELECT e.id, e.language, ${since} AS since, CASE ${caseOfStep} END AS step
       FROM edition e
       WHERE (e.state IN ('draft', 'changes_requested', 'in_review', 'approved')
         OR e.id IN (SELECT edition_id FROM task WHERE open_due_at IS NOT NULL))
         AND ${within('e', sections)}) standing
     WHERE step IS NOT NULL GROUP BY 1, 2`,
    given(sections),
  );

const finishedSchema = z.object({
  ...ofStep,
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
