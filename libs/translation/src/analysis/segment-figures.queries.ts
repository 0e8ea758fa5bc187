import { z } from 'zod';
import { analysisBandSchema, segmentOriginSchema, type AnalysisBand } from '@desk/contracts';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { countWords, type Language } from '@desk/languages';
import type { StoredSegment } from '../segment.js';
import { plainText } from '../segments/index.js';
import { bandsOf } from './band.js';
import { changedPercent } from './changed-percent.js';

export interface Work {
  readonly editionId: string;
  readonly sourceRevisionId: string;
}

/** Keeps what a translation begins with; once for each source revision. */
export async function keepBeginnings(
  tx: Sql,
  { editionId, sourceRevisionId }: Work,
  segments: readonly StoredSegment[],
  language: Language,
  at: Date,
): Promise<void> {
  const bands = bandsOf(segments);
  const values = segments.map((segment, index) => [
    ...[editionId, sourceRevisionId, segment.position, segment.sourceHash],
    ...[countWords(plainText(segment.source), language), bands[index] ?? 'new', segment.origin, at],
  ]);
  for (let start = 0; start < values.length; start += 500) {
    const some = values.slice(start, start + 500);
    await tx.query(
      `INSERT IGNORE INTO segment_figure (edition_id, source_revision_id, position, source_hash,
         words, band, origin, prepared_at) VALUES ${some.map(() => '(?,?,?,?,?,?,?,?)').join(', ')}`,
      some.flat(),
    );
  }
}

/**
 * Keeps what is submitted for the first time. Segments that translators joined or cut are not
 * those that were prepared: they have no part in these figures.
 */
export async function keepSubmission(
  tx: Sql,
  work: Work,
  segments: readonly StoredSegment[],
  at: Date,
): Promise<void> {
  const open = await prepared(tx, work, 'submitted_at IS NULL');
  const found = pairedBySource(open, segments).map(([{ position }, { target }]) => ({
    position,
    target,
  }));
  await update(
    tx,
    work,
    found,
    "JSON_TABLE(?, '$[*]' COLUMNS (position int PATH '$.position', target text PATH '$.target'))",
    'f.submitted = j.target, f.submitted_at = ?',
    at,
  );
  await noteEngines(tx, work);
}

/** Keeps how much of what was submitted is another in what is approved; the texts go. */
export async function keepApproval(
  tx: Sql,
  work: Work,
  segments: readonly StoredSegment[],
  at: Date,
): Promise<void> {
  const open = await prepared(tx, work, 'approved_at IS NULL AND submitted IS NOT NULL');
  const found = pairedBySource(open, segments).map(([{ position, submitted }, { target }]) => ({
    position,
    changed: changedPercent(submitted ?? '', target),
  }));
  await update(
    tx,
    work,
    found,
    "JSON_TABLE(?, '$[*]' COLUMNS (position int PATH '$.position', changed int PATH '$.changed'))",
    'f.changed = j.changed, f.submitted = NULL, f.approved_at = ?',
    at,
  );
}

/** Suggestions of engines come after a translation was prepared; which they were, segments know. */
async function noteEngines(tx: Sql, { editionId, sourceRevisionId }: Work): Promise<void> {
  await tx.query(
    `UPDATE segment_figure f JOIN segment g ON g.edition_id = f.edition_id
       AND g.source_revision_id = f.source_revision_id AND g.source_hash = f.source_hash
     SET f.engine = g.engine, f.origin = IF(f.origin = 'none', 'engine', f.origin)
     WHERE f.edition_id = ? AND f.source_revision_id = ? AND f.engine IS NULL
       AND g.engine IS NOT NULL`,
    [editionId, sourceRevisionId],
  );
}

const preparedSchema = z.object({
  position: wholeNumber,
  sourceHash: z.string(),
  submitted: z.string().nullable(),
});
type Prepared = z.infer<typeof preparedSchema>;

const prepared = (tx: Sql, { editionId, sourceRevisionId }: Work, where: string) =>
  rows(
    tx,
    preparedSchema,
    `SELECT position, source_hash AS sourceHash, submitted FROM segment_figure
     WHERE edition_id = ? AND source_revision_id = ? AND ${where} ORDER BY position`,
    [editionId, sourceRevisionId],
  );

/** The same sentences in their order, so that repeated ones are told apart. */
function pairedBySource(
  open: readonly Prepared[],
  segments: readonly StoredSegment[],
): (readonly [Prepared, StoredSegment])[] {
  const waiting = new Map<string, StoredSegment[]>();
  for (const segment of [...segments].reverse()) {
    const same = waiting.get(segment.sourceHash);
    if (same) same.push(segment);
    else waiting.set(segment.sourceHash, [segment]);
  }
  return open.flatMap((one) => {
    const segment = waiting.get(one.sourceHash)?.pop();
    return segment ? [[one, segment] as const] : [];
  });
}

async function update(
  tx: Sql,
  { editionId, sourceRevisionId }: Work,
  found: readonly object[],
  table: string,
  set: string,
  at: Date,
): Promise<void> {
  for (let start = 0; start < found.length; start += 500) {
    await tx.query(
      `UPDATE segment_figure f JOIN ${table} j ON j.position = f.position SET ${set}
       WHERE f.edition_id = ? AND f.source_revision_id = ?`,
      [JSON.stringify(found.slice(start, start + 500)), at, editionId, sourceRevisionId],
    );
  }
}

const countedSchema = z.object({
  band: analysisBandSchema,
  segments: wholeNumber,
  words: wholeNumber,
});

/** What an edition began with, by band. */
export const bandsFor = (sql: Sql, { editionId, sourceRevisionId }: Work) =>
  rows(
    sql,
    countedSchema,
    `SELECT band, COUNT(*) AS segments, CAST(SUM(words) AS UNSIGNED) AS words FROM segment_figure
     WHERE edition_id = ? AND source_revision_id = ? GROUP BY band`,
    [editionId, sourceRevisionId],
  );

/** The band of each prepared sentence, and its words. */
export async function bandBySource(
  sql: Sql,
  { editionId, sourceRevisionId }: Work,
): Promise<ReadonlyMap<string, AnalysisBand>> {
  const found = await rows(
    sql,
    z.object({ sourceHash: z.string(), band: analysisBandSchema }),
    `SELECT source_hash AS sourceHash, band FROM segment_figure
     WHERE edition_id = ? AND source_revision_id = ? ORDER BY position DESC`,
    [editionId, sourceRevisionId],
  );
  return new Map(found.map(({ sourceHash, band }) => [sourceHash, band]));
}

const changedSchema = countedSchema.extend({
  origin: segmentOriginSchema,
  engine: z.string().nullable(),
  changedWords: wholeNumber,
});
const changedColumns = `f.origin, f.engine, f.band, COUNT(*) AS segments,
  CAST(SUM(f.words) AS UNSIGNED) AS words,
  CAST(SUM(f.words * f.changed) AS UNSIGNED) AS changedWords`;

/** What review changed in an article's edition, all source revisions together. */
export const changesIn = (sql: Sql, editionId: string) =>
  rows(
    sql,
    changedSchema,
    `SELECT ${changedColumns} FROM segment_figure f
     WHERE f.edition_id = ? AND f.changed IS NOT NULL
     GROUP BY f.origin, f.engine, f.band ORDER BY f.origin, f.engine, f.band`,
    [editionId],
  );

/** Days from the first up to but not with the last, in sections; null: in all. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
  readonly sections: readonly string[] | null;
}

const pairFields = {
  sourceLanguage: z.enum(['vi', 'en', 'km']),
  language: z.enum(['vi', 'en', 'km']),
};
const fromEditions = `segment_figure f JOIN edition e ON e.id = f.edition_id
  JOIN article a ON a.id = e.article_id`;
const pairColumns = 'a.source_language AS sourceLanguage, e.language';
const within = (sections: Period['sections']): string =>
  sections === null ? '' : 'AND a.section_id IN (?)';
const sectionsOf = ({ sections }: Period) => (sections === null ? [] : [sections]);

export const editionsBegun = (sql: Sql, period: Period) =>
  rows(
    sql,
    z.object({ ...pairFields, editions: wholeNumber }),
    `SELECT ${pairColumns}, COUNT(DISTINCT f.edition_id) AS editions FROM ${fromEditions}
     WHERE f.prepared_at >= ? AND f.prepared_at < ? ${within(period.sections)}
     GROUP BY sourceLanguage, e.language ORDER BY sourceLanguage, e.language`,
    [period.from, period.until, ...sectionsOf(period)],
  );

export const workBegun = (sql: Sql, period: Period) =>
  rows(
    sql,
    countedSchema.extend(pairFields),
    `SELECT ${pairColumns}, f.band, COUNT(*) AS segments, CAST(SUM(f.words) AS UNSIGNED) AS words
     FROM ${fromEditions}
     WHERE f.prepared_at >= ? AND f.prepared_at < ? ${within(period.sections)}
     GROUP BY sourceLanguage, e.language, f.band`,
    [period.from, period.until, ...sectionsOf(period)],
  );

export const changesApproved = (sql: Sql, period: Period) =>
  rows(
    sql,
    changedSchema.extend(pairFields),
    `SELECT ${pairColumns}, ${changedColumns} FROM ${fromEditions}
     WHERE f.approved_at >= ? AND f.approved_at < ? ${within(period.sections)}
     GROUP BY sourceLanguage, e.language, f.origin, f.engine, f.band ORDER BY f.origin, f.engine, f.band`,
    [period.from, period.until, ...sectionsOf(period)],
  );

/** What a person confirmed since then, the last thousands. */
export const confirmedBy = (sql: Sql, accountId: string, since: Date) =>
  rows(
    sql,
    z.object({ at: z.date(), words: wholeNumber, band: analysisBandSchema }),
    `SELECT g.updated_at AS at, f.words, f.band FROM segment g
     JOIN segment_figure f ON f.edition_id = g.edition_id
       AND f.source_revision_id = g.source_revision_id AND f.position = g.position
       AND f.source_hash = g.source_hash
     WHERE g.edited_by = ? AND g.status = 'confirmed' AND g.updated_at >= ?
     ORDER BY g.updated_at DESC LIMIT 3000`,
    [accountId, since],
  );
