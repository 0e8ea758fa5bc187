import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  aboutEdition,
  edition as readEdition,
  readableEdition,
  type Edition,
} from '@desk/articles';
import type { ImportApplication, ImportOutcome, ImportRow } from '@desk/contracts';
import { newId, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { noteContributor } from '../note-contributor.js';
import { piecesIn, readGently } from '../exchange/index.js';
import {
  fileReading,
  filePieces,
  keepFile,
  type FileReading,
} from '../file-readings/file-readings.queries.js';
import { AT_ONCE_BYTES, type Progress, type ReadFile } from '../file-readings/reading.js';
import { holdEdition, preparedRevision, segmentsOf } from '../segments.queries.js';
import type { StoredSegment } from '../segment.js';
import { readIncoming, taskFileFormat, type Incoming } from './incoming.js';
import { aboutTaskFile, previewOf, unreadPreview, type UntoldPreview } from './preview.js';
import { writeRows, type WrittenRow } from './write-rows.js';
import {
  forgetTaskImports,
  keepTaskImport,
  taskImport,
  type TaskImport,
} from './task-imports.queries.js';

/** What comes back from translation tools: seen first, then taken in whole or in part. */
@Injectable()
export class TaskImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /**
   * Reads a file for a translation and keeps it; a large one is left to the worker. Nothing of
   * the translation changes.
   * @throws ExchangeRefused for what cannot be read at all
   */
  async read(
    person: Person,
    editionId: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<UntoldPreview> {
    const edition = await this.writable(this.dataSource, person, editionId);
    if (bytes.length > AT_ONCE_BYTES) return this.leave(person, editionId, name, bytes);
    const reading = readIncoming(bytes, wantedOf(edition));
    const incoming = await readGently(reading, () => setImmediate());
    const about = { id: newId(), editionId, createdBy: person.id, name };
    const createdAt = await this.commands.run(async (tx, at) => {
      await keep(tx, importOf({ ...about, createdAt: at }, incoming));
      return at;
    });
    const segments = await currentSegments(this.dataSource, editionId);
    return previewOf(importOf({ ...about, createdAt }, incoming), segments);
  }

  /** Reads a file that was left to the worker; the import is there when the transaction ends. */
  async readLarge(
    person: Person,
    { id, createdAt, ...file }: FileReading,
    bytes: Uint8Array,
    progress: Progress,
  ): Promise<ReadFile> {
    const editionId = file.editionId ?? '';
    const edition = await this.writable(this.dataSource, person, editionId);
    const reading = readIncoming(bytes, wantedOf(edition));
    const all = piecesIn(bytes);
    const incoming = await readGently(reading, (pieces) => progress(pieces / all));
    const { name } = aboutTaskFile.parse(file.about);
    const about = { id, editionId, createdBy: person.id, createdAt, name };
    return (tx) => keep(tx, importOf(about, incoming));
  }

  private async leave(
    person: Person,
    editionId: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<UntoldPreview> {
    const about = { name, format: taskFileFormat(bytes) };
    const pieces = await filePieces(bytes);
    return this.commands.run(async (tx, createdAt) => {
      const file = { id: newId(), editionId, about, createdAt };
      await keepFile(tx, { ...file, kind: 'task', createdBy: person.id }, pieces);
      return unreadPreview({ ...file, state: 'waiting', percent: 0, outcome: null });
    });
  }

  /** What taking a file would do to the translation as it is now. */
  async preview(person: Person, importId: string): Promise<UntoldPreview> {
    const unread = await unreadFile(this.dataSource, importId);
    if (unread) {
      await this.writable(this.dataSource, person, unread.editionId ?? '', importId);
      return unreadPreview(unread);
    }
    const kept = await taskImport(this.dataSource, importId);
    await this.writable(this.dataSource, person, kept.editionId, importId);
    return previewOf(kept, await currentSegments(this.dataSource, kept.editionId));
  }

  /**
   * Takes what the person chose. What somebody changed since the file was written is left as it
   * is, unless the person names it with the version they have seen (guarantee E).
   * @throws Refused `edition.not_writable`, `exchange.import_faulty`, `exchange.import_reading`
   */
  async apply(
    person: Person,
    importId: string,
    application: ImportApplication,
  ): Promise<ImportOutcome> {
    return this.commands.run(async (tx, at) => {
      const unread = await unreadFile(tx, importId);
      if (unread) {
        await this.writable(tx, person, unread.editionId ?? '', importId);
        throw unread.state === 'refused'
          ? new Refused('exchange.import_faulty')
          : new Refused('exchange.import_reading', { percent: unread.percent });
      }
      const kept = await taskImport(tx, importId);
      await holdEdition(tx, kept.editionId);
      const edition = await this.writable(tx, person, kept.editionId, importId);
      if (!['draft', 'changes_requested'].includes(edition.state)) {
        throw new Refused('edition.not_writable', { state: edition.state });
      }
      const preview = previewOf(kept, await currentSegments(tx, kept.editionId));
      if (!preview.takeable) throw new Refused('exchange.import_faulty');
      const { taken, conflicts } = chosenOf(preview.rows, application);
      await writeRows(tx, taken, person.id, at);
      if (taken.length > 0) await noteContributor(tx, edition, person.id, at);
      return { written: taken.length, conflicts };
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
}

const wantedOf = ({ id, sourceLanguage, language }: Edition) => ({
  ...{ editionId: id, sourceLanguage, language },
});

/** A file that is being read, or could not be; null when it was read, or never was large. */
async function unreadFile(sql: Sql, id: string): Promise<FileReading | null> {
  const file = await fileReading(sql, id);
  return file?.kind === 'task' && file.state !== 'read' ? file : null;
}

const importOf = (
  about: Omit<TaskImport, 'format' | 'units' | 'problems'>,
  { format, units, problems }: Incoming,
): TaskImport => ({
  ...about,
  format,
  units: [...units],
  problems: problems.map((problem) => ({ ...problem, facts: { ...problem.facts } })),
});

async function keep(tx: Sql, kept: TaskImport): Promise<void> {
  await keepTaskImport(tx, kept);
  await forgetTaskImports(tx, kept.editionId, kept.createdAt);
}

async function currentSegments(sql: Sql, editionId: string): Promise<readonly StoredSegment[]> {
  const sourceRevisionId = await preparedRevision(sql, editionId);
  if (sourceRevisionId === null) throw new Invalid('translation.not_prepared');
  return segmentsOf(sql, editionId, sourceRevisionId);
}

/** What of the rows is to be written, and the conflicts that nobody has named. */
function chosenOf(
  rows: readonly ImportRow[],
  { segments: chosen, overwrite, confirm }: ImportApplication,
): { taken: WrittenRow[]; conflicts: string[] } {
  const wanted = chosen === undefined ? null : new Set(chosen);
  const seen = new Map(overwrite.map(({ segmentId, version }) => [segmentId, version]));
  const conflicts: string[] = [];
  const taken: WrittenRow[] = [];
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
    taken.push({ row, status });
  }
  return { taken, conflicts };
}

function statusOf(row: ImportRow, confirm: boolean | undefined): WrittenRow['status'] {
  if (confirm !== undefined) return confirm ? 'confirmed' : 'draft';
  return row.status === 'confirmed' ? 'confirmed' : 'draft';
}
