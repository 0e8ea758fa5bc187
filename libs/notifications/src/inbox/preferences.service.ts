import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  noticeKinds,
  type EmailMode,
  type InboxMode,
  type NoticeKind,
  type Preferences as Matrix,
  type PreferencesChange,
} from '@desk/contracts';
import { change } from '@desk/database';
import { Invalid } from '@desk/errors';
import { Commands } from '@desk/ledger';
import type { Person } from '@desk/people';
import { hearing, type Hearing } from '../rules/hearing.js';
import { modes, wishesOf } from './preferences.queries.js';

/** What each person wants to hear, and how. Personal: the ledger does not keep it. */
@Injectable()
export class Preferences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /** The whole matrix, with what is usual where the person has wished nothing. */
  async of(accountId: string): Promise<Matrix> {
    const wishes = await wishesOf(this.dataSource, accountId);
    return {
      items: noticeKinds.map((kind) => ({ kind, ...modes(kind, wishes), fixed: isFixed(kind) })),
    };
  }

  /**
   * Replaces the matrix; what is not named goes back to what is usual.
   * @throws Invalid `preference.fixed` when a notice for the safety of the account is changed
   */
  async replace(person: Person, { items }: PreferencesChange): Promise<Matrix> {
    const changed = items.filter(
      ({ kind, inbox, email }) => hearing[kind].inbox !== inbox || hearing[kind].email !== email,
    );
    const fixed = changed.find(({ kind }) => isFixed(kind));
    if (fixed) throw new Invalid('preference.fixed', { kind: fixed.kind });
    await this.commands.run(async (tx) => {
      await change(tx, 'DELETE FROM notification_preference WHERE account_id = ?', [person.id]);
      for (const { kind, inbox, email } of changed) {
        await wish(tx, person.id, kind, 'inbox', inbox);
        await wish(tx, person.id, kind, 'email', email);
      }
    });
    return this.of(person.id);
  }

  /** No more e-mail of this kind; `digest` ends every kind that is gathered in the digest. */
  async stopEmail(accountId: string, kind: NoticeKind | 'digest'): Promise<void> {
    await this.commands.run(async (tx) => {
      const wishes = await wishesOf(tx, accountId);
      const stopped =
        kind === 'digest'
          ? noticeKinds.filter((one) => modes(one, wishes).email === 'digest')
          : [kind];
      for (const one of stopped) if (!isFixed(one)) await wish(tx, accountId, one, 'email', 'off');
    });
  }
}

const isFixed = (kind: NoticeKind): boolean => {
  const row: Hearing = hearing[kind];
  return row.fixed === true;
};

async function wish(
  tx: EntityManager,
  accountId: string,
  kind: NoticeKind,
  channel: 'inbox' | 'email',
  mode: InboxMode | EmailMode,
): Promise<void> {
  await change(
    tx,
    `INSERT INTO notification_preference (account_id, kind, channel, mode) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE mode = VALUES(mode)`,
    [accountId, kind, channel, mode],
  );
}
