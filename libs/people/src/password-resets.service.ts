import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock, change, firstRow, newId } from '@desk/database';
import { Invalid } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { emailAsKept } from './email.js';
import { checkPassword, hashPassword } from './password.js';
import { resetTokenFor, sameSecret } from './secrets.js';
import { endSessions } from './sessions.service.js';

/** A link to set a new password is good for one use, and for this long. */
const LIFETIME_MINUTES = 60;

/** Forgotten passwords: a link by e-mail, once, for an hour. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  /** Asks for a link. Nothing is said of whether the account exists. An older link is void. */
  async ask(email: string): Promise<void> {
    await this.commands.run(async (tx, at) => {
      const account = await firstRow(
        tx,
        z.object({ id: z.uuid() }),
        `SELECT id FROM account WHERE email = ? AND status = 'active'`,
        [emailAsKept(email)],
      );
      if (!account) return;
      await change(
        tx,
        'UPDATE password_reset SET used_at = ? WHERE account_id = ? AND used_at IS NULL',
        [at, account.id],
      );
      const entryId = await record(
        tx,
        at,
        null,
        'password.reset_asked',
        { subjectId: account.id },
        {},
      );
      await change(tx, 'INSERT INTO password_reset VALUES (?, ?, ?, ?, ?, NULL)', [
        newId(),
        account.id,
        entryId,
        at,
        new Date(at.getTime() + LIFETIME_MINUTES * 60_000),
      ]);
    });
  }

  /**
   * Sets a new password by the link's token; every session of the account ends.
   * @throws Invalid `password.reset_invalid` when the link is used, too old or none of ours,
   *   or the account disabled
   */
  async use(token: string, secret: string, password: string): Promise<void> {
    const id = z.uuid().safeParse(token.split('.')[0]);
    if (!id.success || !sameSecret(token, resetTokenFor(id.data, secret))) {
      throw new Invalid('password.reset_invalid');
    }
    checkPassword(password);
    const hashed = await hashPassword(password);
    await this.commands.run(async (tx, at) => {
      const touched = await change(
        tx,
        'UPDATE password_reset SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?',
        [at, id.data, at],
      );
      const reset = await firstRow(
        tx,
        z.object({ accountId: z.uuid() }),
        `SELECT r.account_id AS accountId FROM password_reset r
         JOIN account a ON a.id = r.account_id AND a.status = 'active' WHERE r.id = ?`,
        [id.data],
      );
      if (touched !== 1 || !reset) throw new Invalid('password.reset_invalid');
      const { accountId } = reset;
      await change(tx, 'UPDATE account SET password_hash = ?, updated_at = ? WHERE id = ?', [
        hashed,
        at,
        accountId,
      ]);
      await endSessions(tx, accountId);
      await record(tx, at, accountId, 'password.changed', { subjectId: accountId }, {});
    });
  }

  /** The token of a link that is still good, for the letter that carries it; else null. */
  async tokenOf(entryId: string, accountId: string, secret: string): Promise<string | null> {
    const reset = await firstRow(
      this.dataSource,
      z.object({ id: z.uuid() }),
      `SELECT id FROM password_reset
       WHERE entry_id = ? AND account_id = ? AND used_at IS NULL AND expires_at > ?`,
      [entryId, accountId, this.clock.now()],
    );
    return reset && resetTokenFor(reset.id, secret);
  }
}
