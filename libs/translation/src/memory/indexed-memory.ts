import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { firstRow, rows, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { MemoryIndex } from '../match/index.js';

/** Rows are read in pages, and after each the process does what else waits. */
const PAGE = 2_000;
/**
 * What was written before, in a transaction that ended later: each time so much is read again,
 * and now and then much more.
 */
const OVERLAP_SECONDS = 10;
const LONG_OVERLAP_SECONDS = 900;
const LONG_EVERY_MS = 30_000;

const changeSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  sectionId: z.uuid().nullable(),
  version: z.int(),
  deleted: z.coerce.boolean(),
  changedAt: z.string(),
});
type Change = z.infer<typeof changeSchema>;

/**
 * The texts in one language of all units between it and another, whichever was the source. Built
 * from the database and kept up with it: before each use what changed since is read.
 */
export class IndexedMemory {
  readonly index = new MemoryIndex();
  private mark = '1970-01-02 00:00:00.000000';
  /** The versions of units that were read of late, so that an overlap costs nothing. */
  private recent = new Map<string, number>();
  private longAgo = 0;
  private following: Promise<void> = Promise.resolve();

  private constructor(
    readonly language: Language,
    readonly other: Language,
  ) {}

  static async build(sql: Sql, language: Language, other: Language): Promise<IndexedMemory> {
    const memory = new IndexedMemory(language, other);
    const now = await firstRow(
      sql,
      z.object({ mark: z.string().nullable() }),
      'SELECT CAST(MAX(changed_at) AS CHAR) AS mark FROM memory_unit',
    );
    for (const asSource of [true, false]) {
      let last = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const page = await memory.read(
          sql,
          asSource,
          'id > ? AND deleted_at IS NULL',
          [last],
          PAGE,
        );
        for (const change of page) memory.take(change);
        const end = page.at(-1);
        if (!end) break;
        last = end.id;
        await setImmediate();
      }
    }
    memory.mark = now?.mark ?? memory.mark;
    return memory;
  }

  /** Reads what changed since it was last asked; one reads after the other. */
  async follow(sql: Sql): Promise<void> {
    const before = this.following;
    const reading = before.then(() => this.readOn(sql));
    this.following = reading.catch(() => undefined);
    await reading;
  }

  private async readOn(sql: Sql): Promise<void> {
    const long = Date.now() - this.longAgo > LONG_EVERY_MS;
    if (long) this.longAgo = Date.now();
    const seconds = long ? LONG_OVERLAP_SECONDS : OVERLAP_SECONDS;
    const since = 'changed_at > CAST(? AS DATETIME(6)) - INTERVAL ? SECOND';
    const seen = new Map<string, number>();
    for (const asSource of [true, false]) {
      for (const change of await this.read(sql, asSource, since, [this.mark, seconds])) {
        seen.set(change.id, change.version);
        if (this.recent.get(change.id) !== change.version) this.take(change);
        if (change.changedAt > this.mark) this.mark = change.changedAt;
      }
    }
    this.recent = long ? seen : new Map([...this.recent, ...seen]);
  }

  private take({ id, text, sectionId, deleted }: Change): void {
    if (deleted) this.index.remove(id);
    else this.index.add({ id, text, sectionId });
  }

  private read(
    sql: Sql,
    asSource: boolean,
    condition: string,
    values: readonly unknown[],
    limit = 1_000_000_000,
  ): Promise<Change[]> {
    const { language, other } = this;
    return rows(
      sql,
      changeSchema,
      `SELECT id, ${asSource ? 'source' : 'target'} AS text, section_id AS sectionId, version,
         deleted_at IS NOT NULL AS deleted, CAST(changed_at AS CHAR) AS changedAt
       FROM memory_unit WHERE source_language = ? AND target_language = ? AND ${condition}
       ORDER BY id LIMIT ?`,
      [...(asSource ? [language, other] : [other, language]), ...values, limit],
    );
  }
}
