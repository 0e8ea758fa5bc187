import { Injectable } from '@nestjs/common';
import type { Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import type { MemoryIndex } from '../match/index.js';
import { IndexedMemory } from './indexed-memory.js';

/** The indexes of this process, each built when it is first asked for. */
@Injectable()
export class MemoryIndexes {
  private readonly built = new Map<string, Promise<IndexedMemory>>();

  /**
   * The index of the texts in `language` of all units between it and `other`, as the database
   * is now. `sql` may be a transaction: then no second connection is taken.
   */
  async current(sql: Sql, language: Language, other: Language): Promise<MemoryIndex> {
    const key = `${language} ${other}`;
    const known = this.built.get(key) ?? IndexedMemory.build(sql, language, other);
    this.built.set(key, known);
    try {
      const memory = await known;
      await memory.follow(sql);
      return memory.index;
    } catch (error) {
      this.built.delete(key);
      throw error;
    }
  }
}
