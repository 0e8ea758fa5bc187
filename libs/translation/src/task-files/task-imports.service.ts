import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  aboutEdition,
  edition as readEdition,
  readableEdition,
  type Edition,
} from '@desk/articles';
import type {
  ImportApplication,
  ImportOutcome,
  ImportPreview,
  ImportProblem,
  ImportRow,
} from '@desk/contracts';
import { change, newId, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { noteContributor } from '../note-contributor.js';
import { readGently, type ExchangeProblem } from '../exchange/index.js';
import { holdEdition, preparedRevision, segmentsOf } from '../segments.queries.js';
import type { StoredSegment } from '../segment.js';
import { readIncoming } from './incoming.js';
import { planImport } from './plan-import.js';
import {
  forgetTaskImports,
  keepTaskImport,
  taskImport,
  type TaskImport,
} from './task-imports.queries.js';

/** A preview whose problems have not been put into words yet. */
export type UntoldPreview = Omit<ImportPreview, 'problems'> & {
  readonly problems: readonly Omit<ImportProblem, 'message'>[];
};

/** What comes back from translation tools: seen first, then taken in whole or in part. */
@Injectable()
export class TaskImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /**
   * Reads a file for a translation and keeps it. Nothing of the translation changes.
   * @throws ExchangeRefused for what cannot be read at all
   */
  async read(
    person: Person,
    editionId: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<UntoldPreview> {
    const edition = await this.writable(this.dataSource, person, editionId);
    const { sourceLanguage, language } = edition;
    const reading = readIncoming(bytes, { editionId, sourceLanguage, language });
    const { format, units, problems } = await readGently(reading, () => setImmediate());
    const kept = await this.commands.run(async (tx, at) => {
      const file: TaskImport = {
        id: newId(),
        editionId,
        createdBy: person.id,
        createdAt: at,
        name,
        format,
        units: [...units],
        problems: problems.map((problem) => ({ ...problem, facts: { ...problem.facts } })),
      };
      await keepTaskImport(tx, file);
      await forgetTaskImports(tx, editionId, at);
      return file;
    });
    return this.previewOf(this.dataSource, kept);
  }

  /** What taking a file would do to the translation as it is now. */
  async preview(person: Person, importId: string): Promise<UntoldPreview> {
    const kept = await taskImport(this.dataSource, importId);
    await this.writable(this.dataSource, person, kept.editionId, importId);
    return this.previewOf(this.dataSource, kept);
  }

  /**
   * Takes what the person chose. What somebody changed since the file was written is left as it
   * is, unless the person names it with the version they have seen (guarantee E).
   * @throws Refused `edition.not_writable`, `exchange.import_faulty`
   */
  async apply(
    person: Person,
    importId: string,
    { segments: chosen, overwrite, confirm }: ImportApplication,
  ): Promise<ImportOutcome> {
    return this.commands.run(async (tx, at) => {
      const kept = await taskImport(tx, importId);
      await holdEdition(tx, kept.editionId);
      const edition = await this.writable(tx, person, kept.editionId, importId);
      if (!['draft', 'changes_requested'].includes(edition.state)) {
        throw new Refused('edition.not_writable', { state: edition.state });
      }
      const { rows, takeable } = await this.previewOf(tx, kept);
      if (!takeable) throw new Refused('exchange.import_faulty');
      const wanted = chosen === undefined ? null : new Set(chosen);
      const seen = new Map(overwrite.map(({ segmentId, version }) => [segmentId, version]));
      const conflicts: string[] = [];
      let written = 0;
      for (const row of rows) {
        if (wanted !== null && !wanted.has(row.segmentId)) continue;
        if (row.effect === 'nothing') continue;
        if (row.effect === 'conflict' && seen.get(row.segmentId) !== row.version) {
          conflicts.push(row.segmentId);
          continue;
        }
        const status = statusOf(row, confirm);
        if (row.effect === 'same' && status === row.currentStatus) continue;
        if (row.effect === 'same' && row.currentStatus === 'confirmed') continue;
        await write(tx, row, status, person, at);
        written += 1;
      }
      if (written > 0) await noteContributor(tx, edition, person.id, at);
      return { written, conflicts };
    });
  }

  /** @throws Invalid `translation.not_prepared` for a source, or before its segments are there */
  private async writable(
    sql: Sql,
    person: Person,
    editionId: string,
    importId?: string,
  ): Promise<Edition> {
    const edition = await readEdition(sql, editionId);
    const asked =
      importId === undefined ? undefined : new Missing('exchange.import_missing', { id: importId });
    readableEdition(person, edition, asked);
    if (!can(person, 'edition.write', aboutEdition(edition))) {
      throw new NotAllowed('permission.denied', { permission: 'edition.write' });
    }
    if (edition.isSource) throw new Invalid('translation.not_prepared');
    return edition;
  }

  private async previewOf(sql: Sql, kept: TaskImport): Promise<UntoldPreview> {
    const { id, editionId, name, format, createdAt } = kept;
    const plan = planImport(
      await currentSegments(sql, editionId),
      kept.units,
      kept.format === 'tmx',
    );
    const problems = [...kept.problems, ...plan.problems];
    const count = (effect: ImportRow['effect']) =>
      plan.rows.filter((row) => row.effect === effect).length;
    return {
      ...{ id, editionId, name, format, createdAt },
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
}

async function currentSegments(sql: Sql, editionId: string): Promise<readonly StoredSegment[]> {
  const sourceRevisionId = await preparedRevision(sql, editionId);
  if (sourceRevisionId === null) throw new Invalid('translation.not_prepared');
  return segmentsOf(sql, editionId, sourceRevisionId);
}

const untold = ({ code, line, column, unit, facts }: ExchangeProblem) => ({
  ...{ code, line, column, unit },
  params: { ...facts },
});

function statusOf(row: ImportRow, confirm: boolean | undefined): 'draft' | 'confirmed' {
  if (confirm !== undefined) return confirm ? 'confirmed' : 'draft';
  return row.status === 'confirmed' ? 'confirmed' : 'draft';
}

async function write(
  tx: Sql,
  row: ImportRow,
  status: 'draft' | 'confirmed',
  person: Person,
  at: Date,
): Promise<void> {
  const touched = await change(
    tx,
    `UPDATE segment SET target = ?, status = ?, origin = 'person', edited_by = ?, updated_at = ?,
       version = version + 1 WHERE id = ? AND version = ?`,
    [row.target, status, person.id, at, row.segmentId, row.version],
  );
  if (touched !== 1) {
    throw new Refused('segment.changed_meanwhile', {
      currentVersion: row.version,
      yours: row.target,
      theirs: row.currentTarget,
    });
  }
}
