import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Role } from '@desk/contracts';
import { change, firstRow, isDuplicate, newId, rows, wholeNumber, type Sql } from '@desk/database';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { languageSchema, type Language } from '@desk/languages';
import { Commands, record } from '@desk/ledger';
import { can } from './can.policy.js';
import { emailAsKept } from './email.js';
import { grantsOf, replaceGrants } from './grants.queries.js';
import { checkPassword, hashPassword, passwordFits } from './password.js';
import type { Grant, Person } from './person.js';
import { endSessions } from './sessions.service.js';

export const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  digestHour: z.int(),
  status: z.enum(['active', 'disabled']),
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Account = z.infer<typeof accountSchema> & { readonly grants: readonly Grant[] };

const columns = `id, email, name, language, time_zone AS timeZone, digest_hour AS digestHour,
  status, version, created_at AS createdAt, updated_at AS updatedAt`;

export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly password: string;
  readonly grants: readonly Grant[];
}

/** What a person may change of their own account. */
export interface ProfileChanges {
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly timeZone?: string | undefined;
  readonly digestHour?: number | undefined;
}

/** The people of the newsroom. Nobody is deleted, since what they did stays theirs. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /**
   * The first administrator of an empty newsroom.
   * @throws Refused `account.not_first` once there is any account
   */
  async createFirstAdministrator(draft: Omit<AccountDraft, 'grants'>): Promise<Account> {
    const grants = [anywhere('administrator'), anywhere('managing_editor')];
    checkPassword(draft.password);
    const hashed = await hashPassword(draft.password);
    return this.commands.run(async (tx, at) => {
      if ((await accountsThereAre(tx)) > 0) throw new Refused('account.not_first');
      const made = await insertAccount(tx, at, null, { ...draft, grants }, hashed);
      if ((await accountsThereAre(tx)) > 1) throw new Refused('account.not_first');
      return made;
    });
  }

  async create(by: Person, draft: AccountDraft): Promise<Account> {
    allow(by);
    checkPassword(draft.password);
    const hashed = await hashPassword(draft.password);
    return this.commands.run((tx, at) => insertAccount(tx, at, by.id, draft, hashed));
  }

  async list(by: Person): Promise<Account[]> {
    allow(by);
    const all = await rows(
      this.dataSource,
      accountSchema,
      `SELECT ${columns} FROM account ORDER BY name COLLATE utf8mb4_uca1400_vietnamese_as_cs, id`,
    );
    const grants = await grantsOf(
      this.dataSource,
      all.map(({ id }) => id),
    );
    return all.map((one) => ({ ...one, grants: grants.get(one.id) ?? [] }));
  }

  async find(by: Person, id: string): Promise<Account> {
    if (by.id !== id) allow(by);
    return account(this.dataSource, id);
  }

  /** Replaces what a person may do. Their sessions end at once: they sign in as what they are now. */
  async setGrants(
    by: Person,
    id: string,
    version: number,
    grants: readonly Grant[],
  ): Promise<Account> {
    allow(by);
    return this.commands.run(async (tx, at) => {
      await touch(tx, id, version, at);
      await replaceGrants(tx, id, grants, by.id, at);
      await endSessions(tx, id);
      const roles = [...new Set(grants.map(({ role }) => role))];
      await record(tx, at, by.id, 'grants.changed', { subjectId: id }, { roles });
      return account(tx, id);
    });
  }

  /** Closes or opens an account; sessions and tokens of a closed one are of no use at once. */
  async setStatus(
    by: Person,
    id: string,
    version: number,
    status: 'active' | 'disabled',
  ): Promise<Account> {
    allow(by);
    if (by.id === id) throw new Refused('account.own_status');
    return this.commands.run(async (tx, at) => {
      await touch(tx, id, version, at);
      await change(tx, 'UPDATE account SET status = ? WHERE id = ?', [status, id]);
      await endSessions(tx, id);
      const fact = status === 'active' ? 'account.enabled' : 'account.disabled';
      await record(tx, at, by.id, fact, { subjectId: id }, {});
      return account(tx, id);
    });
  }

  async updateProfile(person: Person, version: number, changes: ProfileChanges): Promise<Account> {
    if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
      throw new Invalid('account.time_zone_unknown', { timeZone: changes.timeZone });
    }
    return this.commands.run(async (tx, at) => {
      await touch(tx, person.id, version, at);
      const now = await account(tx, person.id);
      const { name, language, timeZone, digestHour } = { ...now, ...defined(changes) };
      await change(
        tx,
        'UPDATE account SET name = ?, language = ?, time_zone = ?, digest_hour = ? WHERE id = ?',
        [name, language, timeZone, digestHour, person.id],
      );
      const fields = Object.keys(defined(changes));
      await record(tx, at, person.id, 'account.changed', { subjectId: person.id }, { fields });
      return account(tx, person.id);
    });
  }

  /** Every session of the account ends, the one that asked included. */
  async changePassword(person: Person, current: string, next: string): Promise<void> {
    checkPassword(next);
    const stored = await firstRow(
      this.dataSource,
      z.object({ passwordHash: z.string().nullable() }),
      'SELECT password_hash AS passwordHash FROM account WHERE id = ?',
      [person.id],
    );
    if (!(await passwordFits(stored?.passwordHash ?? null, current))) {
      throw new Invalid('password.current_wrong');
    }
    const hashed = await hashPassword(next);
    await this.commands.run(async (tx, at) => {
      await change(tx, 'UPDATE account SET password_hash = ?, updated_at = ? WHERE id = ?', [
        hashed,
        at,
        person.id,
      ]);
      await endSessions(tx, person.id);
      await record(tx, at, person.id, 'password.changed', { subjectId: person.id }, {});
    });
  }
}

const anywhere = (role: Role): Grant => ({
  role,
  sectionId: null,
  sourceLanguage: null,
  language: null,
});

/** Waits for those who make one at the same time, so that two first ones see each other. */
async function accountsThereAre(tx: Sql): Promise<number> {
  const counted = await firstRow(
    tx,
    z.object({ n: wholeNumber }),
    'SELECT COUNT(*) AS n FROM account FOR UPDATE',
  );
  return counted?.n ?? 0;
}

async function insertAccount(
  tx: Sql,
  at: Date,
  by: string | null,
  draft: AccountDraft,
  hashed: string,
): Promise<Account> {
  const id = newId();
  try {
    await change(
      tx,
      `INSERT INTO account (id, email, name, language, password_hash, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, emailAsKept(draft.email), draft.name, draft.language, hashed, at, at],
    );
  } catch (error) {
    if (isDuplicate(error)) throw new Refused('account.email_taken', { email: draft.email });
    throw error;
  }
  await replaceGrants(tx, id, draft.grants, by, at);
  await record(tx, at, by, 'account.created', { subjectId: id }, {});
  return account(tx, id);
}

/** @throws Missing `account.missing` */
async function account(sql: Sql, id: string): Promise<Account> {
  const found = await firstRow(sql, accountSchema, `SELECT ${columns} FROM account WHERE id = ?`, [
    id,
  ]);
  if (!found) throw new Missing('account.missing', { id });
  return { ...found, grants: (await grantsOf(sql, [id])).get(id) ?? [] };
}

async function touch(tx: Sql, id: string, version: number, at: Date): Promise<void> {
  const touched = await change(
    tx,
    'UPDATE account SET updated_at = ?, version = version + 1 WHERE id = ? AND version = ?',
    [at, id, version],
  );
  if (touched === 1) return;
  const now = await account(tx, id);
  throw new Refused('request.changed_meanwhile', { currentVersion: now.version });
}

function allow(by: Person): void {
  if (!can(by, 'people.manage')) {
    throw new NotAllowed('permission.denied', { permission: 'people.manage' });
  }
}

const defined = (changes: ProfileChanges): ProfileChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
