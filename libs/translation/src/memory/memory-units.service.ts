import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { MemoryUnit, MemoryUnitChanges } from '@desk/contracts';
import { change, rows, type Sql } from '@desk/database';
import { Invalid, Refused } from '@desk/errors';
import { languageSchema } from '@desk/languages';
import { Commands, record } from '@desk/ledger';
import { visibleSections, type Person } from '@desk/people';
import { memoryUnit, memoryUnits } from './memory-unit.queries.js';
import { mayUseMemory } from './memory.policy.js';

/** How many sources with several units are shown at once. */
const DUPLICATES = 50;

export interface Duplicates {
  readonly sourceLanguage: MemoryUnit['sourceLanguage'];
  readonly targetLanguage: MemoryUnit['targetLanguage'];
  readonly source: string;
  readonly units: MemoryUnit[];
}

/** Keeping the memory clean: for managing editors and administrators. */
@Injectable()
export class MemoryUnits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** @throws Refused `request.changed_meanwhile` */
  async change(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: MemoryUnitChanges,
  ): Promise<MemoryUnit> {
    mayUseMemory(person, 'memory.manage');
    return this.commands.run(async (tx, at) => {
      const before = await this.own(tx, person, id);
      const { target = before.target, tags = before.tags, sectionId = before.sectionId } = changes;
      const touched = await change(
        tx,
        `UPDATE memory_unit SET target = ?, tags = ?, section_id = ?, changed_by = ?,
           updated_at = ?, changed_at = UTC_TIMESTAMP(6), version = version + 1
         WHERE id = ? AND version = ? AND deleted_at IS NULL`,
        [target, JSON.stringify(tags), sectionId, person.id, at, id, expectedVersion],
      );
      if (touched !== 1) throw changedMeanwhile(before);
      const fields = Object.keys(changes);
      await record(tx, at, person.id, 'memory.unit_changed', about(before), { fields });
      return this.own(tx, person, id);
    });
  }

  /** @throws Refused `request.changed_meanwhile` */
  async remove(person: Person, id: string, expectedVersion: number): Promise<void> {
    mayUseMemory(person, 'memory.manage');
    await this.commands.run(async (tx, at) => {
      const before = await this.own(tx, person, id);
      if (before.version !== expectedVersion || (await bury(tx, at, [id])) !== 1) {
        throw changedMeanwhile(before);
      }
      const payload = { source: before.source, target: before.target };
      await record(tx, at, person.id, 'memory.unit_deleted', about(before), payload);
    });
  }

  /**
   * Lets one unit stand for others of the same pair: they go, their uses and tags are added.
   * @throws Refused `request.changed_meanwhile`; Invalid `memory.merge_other_pair`
   */
  async merge(
    person: Person,
    id: string,
    expectedVersion: number,
    others: readonly string[],
  ): Promise<MemoryUnit> {
    mayUseMemory(person, 'memory.manage');
    return this.commands.run(async (tx, at) => {
      const kept = await this.own(tx, person, id);
      const gone: MemoryUnit[] = [];
      for (const other of new Set(others)) {
        const unit = await this.own(tx, person, other);
        const samePair =
          unit.sourceLanguage === kept.sourceLanguage &&
          unit.targetLanguage === kept.targetLanguage;
        if (!samePair || other === id) throw new Invalid('memory.merge_other_pair', { id: other });
        gone.push(unit);
      }
      const uses = gone.reduce((sum, unit) => sum + unit.uses, kept.uses);
      const tags = [...new Set([kept, ...gone].flatMap((unit) => unit.tags))].slice(0, 20);
      const touched = await change(
        tx,
        `UPDATE memory_unit SET uses = ?, tags = ?, changed_by = ?, updated_at = ?,
           changed_at = UTC_TIMESTAMP(6), version = version + 1
         WHERE id = ? AND version = ? AND deleted_at IS NULL`,
        [uses, JSON.stringify(tags), person.id, at, id, expectedVersion],
      );
      const ids = gone.map((unit) => unit.id);
      if (touched !== 1 || (await bury(tx, at, ids)) !== ids.length) throw changedMeanwhile(kept);
      await record(tx, at, person.id, 'memory.units_merged', about(kept), { others: ids });
      return this.own(tx, person, id);
    });
  }

  /** Sources that have several units in one pair, those with the most first. */
  async duplicates(person: Person): Promise<Duplicates[]> {
    mayUseMemory(person, 'memory.manage');
    const groups = await rows(
      this.dataSource,
      z.object({
        sourceLanguage: languageSchema,
        targetLanguage: languageSchema,
        ids: z.string().transform((ids) => ids.split(',')),
      }),
      `SELECT source_language AS sourceLanguage, target_language AS targetLanguage,
         GROUP_CONCAT(id ORDER BY uses DESC, id DESC LIMIT 100) AS ids
       FROM memory_unit WHERE deleted_at IS NULL
       GROUP BY source_language, target_language, source_hash HAVING COUNT(*) > 1
       ORDER BY COUNT(*) DESC LIMIT ?`,
      [DUPLICATES],
    );
    const units = await memoryUnits(
      this.dataSource,
      groups.flatMap(({ ids }) => ids),
    );
    const sections = visibleSections(person);
    return groups.flatMap(({ ids, ...pair }) => {
      const same = ids.flatMap((id) => units.get(id) ?? []);
      const seen = same.filter(
        ({ sectionId }) => sections === null || sectionId === null || sections.includes(sectionId),
      );
      const [first] = seen;
      return first && seen.length > 1 ? [{ ...pair, source: first.source, units: seen }] : [];
    });
  }

  private own(tx: EntityManager, person: Person, id: string): Promise<MemoryUnit> {
    return memoryUnit(tx, id, visibleSections(person));
  }
}

/** Marks units as deleted, so that every index hears of it; says how many were still there. */
export const bury = (tx: Sql, at: Date, ids: readonly string[]): Promise<number> =>
  change(
    tx,
    `UPDATE memory_unit SET deleted_at = ?, changed_at = UTC_TIMESTAMP(6), version = version + 1
     WHERE id IN (?) AND deleted_at IS NULL`,
    [at, ids],
  );

const about = ({ id, articleId, sectionId }: MemoryUnit) => ({
  subjectId: id,
  articleId: articleId ?? undefined,
  sectionId: sectionId ?? undefined,
});

const changedMeanwhile = ({ version }: MemoryUnit): Refused =>
  new Refused('request.changed_meanwhile', { currentVersion: version });
