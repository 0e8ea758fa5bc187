import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  encodeCursor,
  readCursor,
  type InboxQuery,
  type Notice,
  type Page,
  type Reading,
  type UnreadCount,
} from '@desk/contracts';
import { change, firstRow, rows, wholeNumber, type Sql } from '@desk/database';
import { Commands } from '@desk/ledger';
import { visibleSections, type Person } from '@desk/people';
import { maySee } from '../rules/who-hears.policy.js';
import { noticeColumns, noticeRowSchema, shown } from './notices.queries.js';

/** A person's inbox: what they were told and may still see, newest first. */
@Injectable()
export class Inbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async page(person: Person, query: InboxQuery): Promise<Page<Notice>> {
    const before = query.cursor === undefined ? null : readCursor(query.cursor, cursorSchema);
    const visible = visibleTo(person);
    const found = await rows(
      this.dataSource,
      noticeRowSchema,
      `SELECT ${noticeColumns} FROM notice n
       WHERE n.account_id = ? AND n.in_inbox AND ${visible.sql}
         ${query.unread === true ? 'AND n.read_at IS NULL' : ''}
         ${before === null ? '' : 'AND n.id < ?'}
       ORDER BY n.id DESC LIMIT ?`,
      [person.id, ...visible.parameters, ...(before ?? []), query.limit + 1],
    );
    const items = found.slice(0, query.limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => shown(row, person)),
      next: found.length > query.limit && last ? encodeCursor([last.id]) : null,
    };
  }

  async count(person: Person): Promise<UnreadCount> {
    return unread(this.dataSource, person);
  }

  /** Marks notices read; those of others and those read before are left as they are. */
  async read(person: Person, reading: Reading): Promise<UnreadCount> {
    return this.commands.run(async (tx, at) => {
      await markRead(tx, person.id, reading, at);
      return unread(tx, person);
    });
  }
}

const cursorSchema = z.tuple([z.uuid()]);

async function markRead(
  tx: EntityManager,
  accountId: string,
  reading: Reading,
  at: Date,
): Promise<void> {
  const [which, parameter] =
    'ids' in reading ? ['id IN (?)', reading.ids] : ['id <= ?', reading.upTo];
  await change(
    tx,
    `UPDATE notice SET read_at = ? WHERE account_id = ? AND in_inbox AND read_at IS NULL AND ${which}`,
    [at, accountId, parameter],
  );
}

async function unread(sql: Sql, person: Person): Promise<UnreadCount> {
  const visible = visibleTo(person);
  const found = await firstRow(
    sql,
    z.object({ unread: wholeNumber }),
    `SELECT COUNT(*) AS unread FROM notice n
     WHERE n.account_id = ? AND n.in_inbox AND n.read_at IS NULL AND ${visible.sql}`,
    [person.id, ...visible.parameters],
  );
  return { unread: found?.unread ?? 0 };
}

/** Who lost a section no longer sees what they were told of it (guarantee H). */
function visibleTo(person: Person): { sql: string; parameters: unknown[] } {
  const sections = visibleSections(person);
  const own = maySee(person, null) ? 'n.section_id IS NULL' : 'FALSE';
  if (sections === null) {
    return { sql: maySee(person, null) ? 'TRUE' : 'n.section_id IS NOT NULL', parameters: [] };
  }
  return sections.length === 0
    ? { sql: own, parameters: [] }
    : { sql: `(${own} OR n.section_id IN (?))`, parameters: [sections] };
}
