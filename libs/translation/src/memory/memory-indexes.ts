import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { rows, type Sql } from '@desk/database';
import { languages, languageSchema, type Language } from '@desk/languages';
import type { MemoryIndex } from '../match/index.js';
import { IndexedMemory } from './indexed-memory.js';

/** The indexes of this process, each built once: at the start, or when it is first asked for. */
@Injectable()
export class MemoryIndexes {
  private readonly built = new Map<string, Promise<IndexedMemory>>();

  /**
   * The index of the texts in `language` of all units between it and `other`, as the database
   * is now. `sql` may be a transaction: then no second connection is taken.
   */
  async current(sql: Sql, language: Language, other: Language): Promise<MemoryIndex> {
    const memory = await this.building(sql, language, other);
    await memory.follow(sql);
    return memory.index;
  }

  /** Builds what looking up texts of one language for another will ask for, the third one too. */
  async ready(sql: Sql, from: Language, to: Language): Promise<void> {
    await this.current(sql, from, to);
    const pivot = languages.find((language) => language !== from && language !== to);
    if (!pivot) return;
    await this.current(sql, from, pivot);
    await this.current(sql, pivot, to);
  }

  /** Builds, one after the other, the indexes of all pairs in the directions they are translated. */
  async buildAll(sql: Sql, signal: AbortSignal): Promise<void> {
    const pairs = await rows(
      sql,
      z.object({ from: languageSchema, to: languageSchema }),
      `SELECT DISTINCT source_language AS \`from\`, target_language AS \`to\` FROM memory_unit`,
    );
    for (const { from, to } of pairs) {
      signal.throwIfAborted();
      await this.building(sql, from, to, signal);
    }
  }

  private building(
    sql: Sql,
    language: Language,
    other: Language,
    signal?: AbortSignal,
  ): Promise<IndexedMemory> {
    const key = `${language} ${other}`;
    const known = this.built.get(key);
    if (known) return known;
    const building = IndexedMemory.build(sql, language, other, signal);
    this.built.set(key, building);
    building.catch(() => this.built.delete(key));
    return building;
  }
}
