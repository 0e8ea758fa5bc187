import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import type { Language } from '@desk/languages';
import { MemoryIndex } from '../match/index.js';
import { ReadSeconds, secondOf, type SecondMark } from './read-seconds.js';

/** Rows are read in pages, and after so many the process does what else waits. */
const PAGE = 2_000;
const ROWS_AT_ONCE = 250;
/**
 * What was written before, in a transaction that ended later: each time so much is looked through
 * again, and now and then much more.
 */
const OVERLAP_SECONDS = 10;
const LONG_OVERLAP_SECONDS = 900;
const LONG_EVERY_MS = 30_000;

const changeSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  sectionId: z.uuid().nullable(),
  deleted: z.coerce.boolean(),
  changedAt: z.string(),
});
type Change = z.infer<typeof changeSchema>;

const directions = ['forth', 'back'] as const;
type Direction = (typeof directions)[number];

/**
 * The texts in one language of all units between it and another, whichever was the source. Built
 * from the database and kept up with it: before each use what changed since is read.
 */
export class IndexedMemory {
  readonly index = new MemoryIndex();
  private mark = '1970-01-02 00:00:00.000000';
  private readonly read = { forth: new ReadSeconds(), back: new ReadSeconds() };
  private longAgo = 0;
  private following: Promise<void> = Promise.resolve();

  private constructor(
    readonly language: Language,
    readonly other: Language,
  ) {}

  /** @throws when the signal says so */
  static async build(
    sql: Sql,
    language: Language,
    other: Language,
    signal?: AbortSignal,
  ): Promise<IndexedMemory> {
    const memory = new IndexedMemory(language, other);
    const now = await firstRow(
      sql,
      z.object({ mark: z.string().nullable() }),
      'SELECT CAST(MAX(changed_at) AS CHAR) AS mark FROM memory_unit',
    );
    memory.mark = now?.mark ?? memory.mark;
    const since = await memory.overlap(sql, LONG_OVERLAP_SECONDS);
    for (const direction of directions) {
      let last = '00000000-0000-0000-0000-000000000000';
      for (;;) {
        const condition = 'id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?';
        const page = await memory.changes(sql, direction, condition, [last, PAGE]);
        for (const [at, change] of page.entries()) {
          if (change.changedAt >= since) memory.read[direction].add(change.changedAt);
          memory.take(change);
          if (at % ROWS_AT_ONCE === 0) await setImmediate();
        }
        signal?.throwIfAborted();
        const end = page.at(-1);
        if (!end) break;
        last = end.id;
      }
    }
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
    const since = await this.overlap(sql, long ? LONG_OVERLAP_SECONDS : OVERLAP_SECONDS);
    for (const direction of directions) {
      const read = this.read[direction];
      if (long) read.forgetBefore(since);
      const unread = read.unread(since, await this.seconds(sql, direction, since));
      for (const second of unread) {
        read.forget(second);
        const within = 'changed_at >= ? AND changed_at < ? + INTERVAL 1 SECOND';
        const found = await this.changes(sql, direction, within, [second, second]);
        for (const [at, change] of found.entries()) {
          read.add(change.changedAt);
          this.take(change);
          if (change.changedAt > this.mark) this.mark = change.changedAt;
          if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
        }
      }
    }
  }

  private take({ id, text, sectionId, deleted }: Change): void {
    if (deleted) this.index.remove(id);
    else this.index.add({ id, text, sectionId });
  }

  /** The second that lies so long before what was read last. */
  private async overlap(sql: Sql, seconds: number): Promise<string> {
    const found = await firstRow(
      sql,
      z.object({ since: z.string() }),
      'SELECT CAST(CAST(? AS DATETIME) - INTERVAL ? SECOND AS CHAR) AS since',
      [secondOf(this.mark), seconds],
    );
    return found?.since ?? secondOf(this.mark);
  }

  /** What stands in the table of each second; the rows themselves are not looked at. */
  private async seconds(
    sql: Sql,
    direction: Direction,
    since: string,
  ): Promise<ReadonlyMap<string, SecondMark>> {
    const found = await rows(
      sql,
      z.object({ second: z.string(), rows: wholeNumber, sum: wholeNumber }),
      `SELECT CAST(changed_at AS CHAR(19)) AS second, COUNT(*) AS \`rows\`,
         CAST(SUM(MICROSECOND(changed_at)) AS UNSIGNED) AS sum
       FROM memory_unit
       WHERE source_language = ? AND target_language = ? AND changed_at >= ? GROUP BY second`,
      [...this.pair(direction), since],
    );
    return new Map(found.map(({ second, ...mark }) => [second, mark]));
  }

  private changes(
    sql: Sql,
    direction: Direction,
    condition: string,
    values: readonly unknown[],
  ): Promise<Change[]> {
    return rows(
      sql,
      changeSchema,
      `SELECT id, ${direction === 'forth' ? 'source' : 'target'} AS text, section_id AS sectionId,
         deleted_at IS NOT NULL AS deleted, CAST(changed_at AS CHAR) AS changedAt
       FROM memory_unit WHERE source_language = ? AND target_language = ? AND ${condition}`,
      [...this.pair(direction), ...values],
    );
  }

  private pair(direction: Direction): Language[] {
    const { language, other } = this;
    return direction === 'forth' ? [language, other] : [other, language];
  }
}
