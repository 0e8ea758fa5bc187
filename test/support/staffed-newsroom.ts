import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { Role } from '@desk/contracts';
import { DatabaseModule, rows, SetClock } from '@desk/database';
import {
  Bell,
  entryColumns,
  entrySchema,
  LedgerModule,
  SilentBell,
  type Entry,
  type Fact,
} from '@desk/ledger';
import { Accounts, PeopleModule, personById, type Account, type Grant } from '@desk/people';
import { aDatabase, type TestDatabase } from './database.js';

@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

/** A newsroom with a database of its own that has people and nothing else yet. */
export class StaffedNewsroom {
  readonly clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
  private module: TestingModule;

  private constructor(private readonly database: TestDatabase) {}

  static async open(): Promise<StaffedNewsroom> {
    const newsroom = new StaffedNewsroom(await aDatabase());
    newsroom.module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot(newsroom.database.url, newsroom.clock),
        QuietModule,
        LedgerModule,
        PeopleModule,
      ],
    }).compile();
    await newsroom.module.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.database.drop();
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.module.get<T>(service);
  }

  get sql(): DataSource {
    return this.get(DataSource);
  }

  /** The administrator who is there first. */
  async administrator(): Promise<Account> {
    return this.get(Accounts).createFirstAdministrator({
      email: 'quantri@huunghi.example',
      name: 'Danh Sa Vuth',
      language: 'vi',
      password: 'tre xanh lá biếc',
    });
  }

  /** An account by name, made by somebody who may. */
  async hire(by: Account, name: string, email: string, ...grants: Grant[]): Promise<Account> {
    return this.get(Accounts).create(await this.asPerson(by), {
      email,
      name,
      language: 'vi',
      password: 'sông Hậu mùa nước nổi',
      grants,
    });
  }

  /** Somebody as they are now, with all that they may. */
  async asPerson({ id }: Pick<Account, 'id'>) {
    const person = await personById(this.sql, id);
    if (!person) throw new Error('no such person, or a disabled account');
    return person;
  }

  /** The entries about an account or token that are of this fact. */
  entries(fact: Fact, subjectId: string): Promise<Entry[]> {
    return rows(
      this.sql,
      entrySchema,
      `SELECT ${entryColumns} FROM ledger_entry l
       WHERE l.fact = ? AND l.subject_id = ? ORDER BY l.id`,
      [fact, subjectId],
    );
  }
}

export const grant = (role: Role, part: Partial<Omit<Grant, 'role'>> = {}): Grant => ({
  role,
  sectionId: null,
  sourceLanguage: null,
  language: null,
  ...part,
});
