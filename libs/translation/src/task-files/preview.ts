import { z } from 'zod';
import type { ImportPreview, ImportProblem, ImportRow } from '@desk/contracts';
import type { ExchangeProblem } from '../exchange/index.js';
import { problemOf } from '../file-readings/refusal.js';
import type { FileReading } from '../file-readings/file-readings.queries.js';
import type { StoredSegment } from '../segment.js';
import { planImport } from './plan-import.js';
import type { TaskImport } from './task-imports.queries.js';

/** A preview whose problems have not been put into words yet. */
export type UntoldPreview = Omit<ImportPreview, 'problems'> & {
  readonly problems: readonly Omit<ImportProblem, 'message'>[];
};

/** What taking a file would do to these segments. */
export function previewOf(kept: TaskImport, segments: readonly StoredSegment[]): UntoldPreview {
  const { id, editionId, name, format, createdAt } = kept;
  const plan = planImport(segments, kept.units, format === 'tmx');
  const problems = [...kept.problems, ...plan.problems];
  const count = (effect: ImportRow['effect']) =>
    plan.rows.filter((row) => row.effect === effect).length;
  return {
    ...{ id, editionId, name, format, createdAt, state: 'read', percent: 100 },
    takeable: problems.every(({ unit }) => unit !== null),
    counts: {
      new: count('new'),
      replaces: count('replaces'),
      same: count('same'),
      conflict: count('conflict'),
      nothing: count('nothing'),
      problems: problems.length,
    },
    rows: [...plan.rows],
    problems: problems.map(untold),
  };
}

const untold = ({ code, line, column, unit, facts }: ExchangeProblem) => ({
  ...{ code, line, column, unit },
  params: { ...facts },
});

/** What is said with a large file. */
export const aboutTaskFile = z.object({ name: z.string(), format: z.string() });

/** What is known of a file that is being read, or could not be. */
export function unreadPreview(
  file: Pick<
    FileReading,
    'id' | 'editionId' | 'about' | 'createdAt' | 'state' | 'percent' | 'outcome'
  >,
): UntoldPreview {
  const { id, editionId, createdAt, percent, outcome } = file;
  const refused = file.state === 'refused';
  const problems = refused ? [problemOf(outcome)] : [];
  return {
    ...{ id, editionId: editionId ?? '', ...aboutTaskFile.parse(file.about), createdAt },
    ...{ state: refused ? 'refused' : 'reading', percent, takeable: false, rows: [], problems },
    counts: { new: 0, replaces: 0, same: 0, conflict: 0, nothing: 0, problems: problems.length },
  };
}
