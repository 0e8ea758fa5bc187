import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  encodeCursor,
  memoryImportSchema,
  readCursor,
  type MemoryImport,
  type MemoryImportDraft,
  type Page,
  type PageQuery,
} from '@desk/contracts';
import { change, firstRow, newId, rows, type Sql } from '@desk/database';
import { Invalid, Missing, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import { contextHash, segmentHash } from '../segments/index.js';
import { mayUseMemory } from './memory.policy.js';

/** Rows of one INSERT. */
const ROWS = 200;

const select = `SELECT i.id, i.name, i.source_language AS sourceLanguage,
    i.target_language AS targetLanguage, i.units, i.known, i.created_by AS createdBy,
    i.created_at AS createdAt, i.undone_by AS undoneBy, i.undone_at AS undoneAt, i.kept, i.version
  FROM memory_import i`;

/** Units that come from elsewhere, and taking them back. */
@Injectable()
export class MemoryImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Adds what the memory does not have; what it has stays as it is. */
  async add(person: Person, draft: MemoryImportDraft): Promise<MemoryImport> {
    mayUseMemory(person, 'memory.manage');
    return this.commands.run((tx, at) => addImport(tx, at, person, draft));
  }

  /** Newest first. */
  async page(person: Person, { limit, cursor }: PageQuery): Promise<Page<MemoryImport>> {
    mayUseMemory(person, 'memory.manage');
    const before = cursor === undefined ? [] : readCursor(cursor, z.tuple([z.uuid()]));
    const found = await rows(
      this.dataSource,
      memoryImportSchema,
      `${select} WHERE ${before.length === 0 ? 'TRUE' : 'i.id < ?'} ORDER BY i.id DESC LIMIT ?`,
      [...before, limit + 1],
    );
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, next: last ? encodeCursor([last.id]) : null };
  }

  /**
   * Deletes what an import brought, but for units that people changed or signed off since.
   * @throws Refused `memory.import_undone`, `request.changed_meanwhile`
   */
  async undo(person: Person, id: string, expectedVersion: number): Promise<MemoryImport> {
    mayUseMemory(person, 'memory.manage');
    return this.commands.run(async (tx, at) => {
      const before = await memoryImport(tx, id);
      if (before.undoneAt !== null) throw new Refused('memory.import_undone', { id });
      const gone = await change(
        tx,
        `UPDATE memory_unit SET deleted_at = ?, changed_at = UTC_TIMESTAMP(6), version = version + 1
         WHERE import_id = ? AND version = 1 AND deleted_at IS NULL`,
        [at, id],
      );
      const left = await firstRow(
        tx,
        z.object({ kept: z.coerce.number() }),
        'SELECT COUNT(*) AS kept FROM memory_unit WHERE import_id = ? AND deleted_at IS NULL',
        [id],
      );
      const kept = left?.kept ?? 0;
      const touched = await change(
        tx,
        `UPDATE memory_import SET undone_by = ?, undone_at = ?, kept = ?, version = version + 1
         WHERE id = ? AND version = ?`,
        [person.id, at, kept, id, expectedVersion],
      );
      if (touched !== 1) {
        throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
      }
      const payload = { deleted: gone, kept };
      await record(tx, at, person.id, 'memory.import_undone', { subjectId: id }, payload);
      return memoryImport(tx, id);
    });
  }
}

/**
 * Adds what the memory does not have, in the caller's transaction; `progress` hears the share that
 * is done.
 * @throws Invalid `memory.one_language`
 */
export async function addImport(
  tx: EntityManager,
  at: Date,
  person: Person,
  draft: MemoryImportDraft,
  progress: (share: number) => Promise<void> = () => Promise.resolve(),
): Promise<MemoryImport> {
  const { name, sourceLanguage, targetLanguage } = draft;
  if (sourceLanguage === targetLanguage) throw new Invalid('memory.one_language');
  const id = newId();
  const units = await insertUnits(tx, at, { id, by: person.id }, draft, progress);
  const known = draft.units.length - units;
  await tx.query(
    `INSERT INTO memory_import (id, name, source_language, target_language, units, known,
       created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, name, sourceLanguage, targetLanguage, units, known, person.id, at],
  );
  await record(tx, at, person.id, 'memory.imported', { subjectId: id }, { name, units });
  return memoryImport(tx, id);
}

/** @throws Missing `memory.import_missing` */
async function memoryImport(sql: Sql, id: string): Promise<MemoryImport> {
  const found = await firstRow(sql, memoryImportSchema, `${select} WHERE i.id = ?`, [id]);
  if (!found) throw new Missing('memory.import_missing', { id });
  return found;
}

/**
 * Units without neighbours: in place of their context stands their target, so that one source
 * may bring several. Of one that was deleted before, the row is used again. Returns how many are new.
 */
async function insertUnits(
  tx: Sql,
  at: Date,
  of: { id: string; by: string },
  { sourceLanguage, targetLanguage, sectionId, tags, units }: MemoryImportDraft,
  progress: (share: number) => Promise<void>,
): Promise<number> {
  for (let start = 0; start < units.length; start += ROWS) {
    await progress(start / units.length);
    const some = units.slice(start, start + ROWS);
    const values = some.map(({ source, target }) => [
      newId(),
      ...[sourceLanguage, targetLanguage, segmentHash(source, []), contextOf(target)],
      ...[source, target, sectionId, JSON.stringify(tags), of.id, of.by, at, at],
    ]);
    const revived = (column: string): string =>
      `${column} = IF(deleted_at IS NULL, ${column}, VALUES(${column}))`;
    await tx.query(
      `INSERT INTO memory_unit (id, source_language, target_language, source_hash, context_hash,
         source, target, section_id, tags, import_id, created_by, created_at, updated_at, changed_at)
       VALUES ${values.map(() => '(?,?,?,?,?,?,?,?,?,?,?,?,?,UTC_TIMESTAMP(6))').join(', ')}
       ON DUPLICATE KEY UPDATE ${['section_id', 'tags', 'import_id', 'created_by', 'updated_at', 'changed_at'].map(revived).join(', ')},
         version = IF(deleted_at IS NULL, version, 1), deleted_at = NULL`,
      values.flat(),
    );
  }
  const found = await firstRow(
    tx,
    z.object({ units: z.coerce.number() }),
    'SELECT COUNT(*) AS units FROM memory_unit WHERE import_id = ?',
    [of.id],
  );
  return found?.units ?? 0;
}

const contextOf = (target: string): string =>
  contextHash('import', createHash('sha256').update(target, 'utf8').digest('hex'));
