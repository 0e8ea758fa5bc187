import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock, change, firstRow, type Sql } from '@desk/database';
import { Commands, record } from '@desk/ledger';
import { personOfSession, personOfToken } from './asking.queries.js';
import { emailAsKept } from './email.js';
import { passwordFits } from './password.js';
import type { Person } from './person.js';
import { newSecret, secretHash } from './secrets.js';

/** A session lasts this long at most, and ends after twelve hours without a request. */
const LIFETIME_DAYS = 14;

/** What a browser is given when somebody signs in. */
export interface NewSession {
  readonly person: Person;
  /** The cookie's value; only its hash is kept. */
  readonly secret: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** Signing in and out, and who is signed in. Sessions live in the database and end there. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs in by e-mail and password; null when they do not fit. An unknown account takes as
   * long as a wrong password.
   */
  async start(
    email: string,
    password: string,
    from: { userAgent: string; address: string },
  ): Promise<NewSession | null> {
    const account = await firstRow(
      this.dataSource,
      z.object({ id: z.uuid(), passwordHash: z.string().nullable() }),
      `SELECT id, password_hash AS passwordHash FROM account
       WHERE email = ? AND status = 'active'`,
      [emailAsKept(email)],
    );
    if (!(await passwordFits(account?.passwordHash ?? null, password)) || !account) return null;
    const secret = newSecret();
    const csrfToken = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_DAYS * 86_400_000);
    await this.commands.run(async (tx, at) => {
      await change(tx, 'INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        secretHash(secret),
        account.id,
        csrfToken,
        at,
        at,
        expiresAt,
        from.userAgent.slice(0, 300),
        from.address.slice(0, 64),
      ]);
      await record(tx, at, account.id, 'session.started', { subjectId: account.id }, {});
    });
    const found = await this.bySecret(secret);
    return found && { person: found.person, secret, csrfToken, expiresAt };
  }

  /**
   * Who holds this session now; null when it ended, however that came.
   * @param byItself asked by a window alone, which does not use the session
   */
  async bySecret(
    secret: string,
    byItself = false,
  ): Promise<{ person: Person; csrfToken: string; sessionHash: string } | null> {
    const at = this.clock.now();
    const sessionHash = secretHash(secret);
    const found = await personOfSession(this.dataSource, sessionHash, at);
    if (!found) return null;
    if (found.toTouch && !byItself) {
      await this.dataSource.query('UPDATE session SET last_seen_at = ? WHERE id_hash = ?', [
        at,
        sessionHash,
      ]);
    }
    return { person: found.person, csrfToken: found.csrfToken, sessionHash };
  }

  /** Who speaks through this API token. */
  async byToken(token: string): Promise<Person | null> {
    const at = this.clock.now();
    const tokenHash = secretHash(token);
    const found = await personOfToken(this.dataSource, tokenHash, at);
    if (found?.toTouch) {
      await this.dataSource.query('UPDATE api_token SET last_used_at = ? WHERE token_hash = ?', [
        at,
        tokenHash,
      ]);
    }
    return found?.person ?? null;
  }

  async end(person: Person, sessionHash: string): Promise<void> {
    await this.commands.run(async (tx, at) => {
      await change(tx, 'DELETE FROM session WHERE id_hash = ?', [sessionHash]);
      await record(tx, at, person.id, 'session.ended', { subjectId: person.id }, {});
    });
  }
}

/** Ends every session of an account, in the transaction of what makes that necessary. */
export const endSessions = (tx: Sql, accountId: string): Promise<number> =>
  change(tx, 'DELETE FROM session WHERE account_id = ?', [accountId]);
