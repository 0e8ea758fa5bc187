import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '@desk/contracts';
import {
  change,
  connect,
  databaseOptions,
  DatabaseModule,
  newId,
  SetClock,
  Transactions,
} from '@desk/database';
import type { Language } from '@desk/languages';
import {
  Bell,
  entry as readEntry,
  LedgerModule,
  placeNewEntries,
  record,
  SilentBell,
  type Entry,
  type Fact,
  type FactPayload,
  type Subject,
} from '@desk/ledger';
import {
  FanOut,
  NotificationsModule,
  ResetTokens,
  WebhookFanOut,
  type NotificationSettings,
} from '@desk/notifications';
import type { Grant, Person } from '@desk/people';
import { finish, plan, type LedgerJobName } from '@desk/queues';
import { stories } from './stories.js';

function server(): URL {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: npm test sets it');
  return new URL(url);
}

/** The token of every forgotten password; null as if it had been used. */
export class SetResetTokens extends ResetTokens {
  token: string | null = 'mat-khau-moi';

  override of(): Promise<string | null> {
    return Promise.resolve(this.token);
  }
}

@Global()
@Module({
  providers: [
    { provide: Bell, useClass: SilentBell },
    { provide: ResetTokens, useClass: SetResetTokens },
  ],
  exports: [Bell, ResetTokens],
})
class QuietModule {}

const usual: NotificationSettings = {
  newsroomUrl: 'https://toasoan.example.vn',
  smtpUrl: 'smtp://127.0.0.1:1',
  mailFrom: 'Tòa soạn <toasoan@example.vn>',
  secret: 'a secret of the tests, long enough to be one',
  webhooksAllowPrivate: true,
};

/** What stands in an edition's row that the rules ask about. */
export interface TestEdition {
  readonly id: string;
  readonly articleId: string;
  readonly sectionId: string;
  readonly language: Language;
  readonly subject: Subject;
}

export const grant = (role: Role, part: Partial<Omit<Grant, 'role'>> = {}): Grant => ({
  role,
  sectionId: null,
  sourceLanguage: null,
  language: null,
  ...part,
});

/** A newsroom with a database of its own, up to and with notifications; no queues, no HTTP. */
export class NotifyingNewsroom {
  readonly clock = new SetClock(new Date('2020-05-23T03:30:00Z'));
  readonly name = `desk_notifying_${randomBytes(6).toString('hex')}`;
  private module: TestingModule;

  static async open(settings: Partial<NotificationSettings> = {}): Promise<NotifyingNewsroom> {
    const newsroom = new NotifyingNewsroom();
    await newsroom.onServer(`CREATE DATABASE ${newsroom.name}`);
    const migrated = await connect(databaseOptions(newsroom.url()));
    await migrated.runMigrations();
    await migrated.destroy();
    newsroom.module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot(newsroom.url(), newsroom.clock),
        QuietModule,
        LedgerModule,
        NotificationsModule.forRoot({ ...usual, ...settings }),
      ],
    }).compile();
    await newsroom.module.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.onServer(`DROP DATABASE ${this.name}`);
  }

  get<T>(what: abstract new (...args: never[]) => T): T {
    return this.module.get<T>(what);
  }

  get sql(): DataSource {
    return this.module.get(DataSource);
  }

  inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.module.get(Transactions).run(work);
  }

  async person(
    name: string,
    grants: readonly Grant[],
    {
      language = 'vi',
      email = `${newId()}@huunghi.example`,
      timeZone = 'Asia/Ho_Chi_Minh',
    } = {},
  ): Promise<Person> {
    const id = newId();
    const at = this.clock.now();
    await change(
      this.sql,
      `INSERT INTO account (id, email, name, language, time_zone, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, email, name, language, timeZone, at, at],
    );
    for (const one of grants) await this.give(id, one);
    return { id, name, email, language, timeZone, grants, scopes: null };
  }

  async give(accountId: string, one: Grant): Promise<void> {
    await change(
      this.sql,
      `INSERT INTO role_grant (id, account_id, role, section_id, source_language, language, granted_at, grant_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        accountId,
        one.role,
        one.sectionId,
        one.sourceLanguage,
        one.language,
        this.clock.now(),
        newId(),
      ],
    );
  }

  async section(languageReview = true): Promise<string> {
    const id = newId();
    const policy = {
      approvers: 1,
      languageReview,
      release: 'as-ready',
      requiredLanguages: ['vi', 'en', 'km'],
      workingDays: { translate: 3, review: 1, sign_off: 1 },
    };
    await change(
      this.sql,
      `INSERT INTO section (id, code, names, policy, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
      [
        id,
        id,
        JSON.stringify({ vi: 'Tin', en: 'News', km: 'ព័ត៌មាន' }),
        JSON.stringify(policy),
        this.clock.now(),
        this.clock.now(),
      ],
    );
    return id;
  }

  /** An edition written by these people; a translation belongs to the article of `source`. */
  async edition(
    sectionId: string,
    contributors: readonly Person[],
    language: Language = 'vi',
    source?: TestEdition,
  ): Promise<TestEdition> {
    const id = newId();
    const articleId = source?.articleId ?? newId();
    const at = this.clock.now();
    const [first] = contributors;
    if (!source) {
      await change(
        this.sql,
        `INSERT INTO article (id, section_id, source_language, created_by, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [articleId, sectionId, language, first?.id ?? id, at, at],
      );
    }
    await change(
      this.sql,
      `INSERT INTO edition (id, article_id, section_id, language, is_source, title, summary, body,
         seo, contributors, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, '', '{}', '{}', ?, ?, ?)`,
      [
        id,
        articleId,
        sectionId,
        language,
        !source,
        source ? '' : stories[language].title,
        JSON.stringify(contributors.map((person) => person.id)),
        at,
        at,
      ],
    );
    return {
      id,
      articleId,
      sectionId,
      language,
      subject: { sectionId, articleId, editionId: id, language },
    };
  }

  /** Records a fact, numbers it, and plans its fan-outs; tells nobody yet. */
  async happens<F extends Fact>(
    fact: F,
    actor: Person | null,
    subject: Subject,
    payload: FactPayload<F>,
  ): Promise<Entry> {
    const id = await this.inTransaction((tx) =>
      record(tx, this.clock.now(), actor?.id ?? null, fact, subject, payload),
    );
    await this.inTransaction(async (tx) => {
      await placeNewEntries(tx, 100);
      const keys = (['notifications.fan-out', 'webhooks.fan-out'] as const).map((job) => ({
        entryId: id,
        job,
        part: '',
      }));
      await plan(tx, keys, this.clock.now());
    });
    return readEntry(this.sql, id);
  }

  /** Runs a fan-out as the worker does: once, whatever is repeated. */
  async follows(job: LedgerJobName, entry: Entry): Promise<void> {
    await this.inTransaction(async (tx) => {
      const at = this.clock.now();
      if (!(await finish(tx, { entryId: entry.id, job, part: '' }, at))) return;
      if (job === 'webhooks.fan-out') await this.get(WebhookFanOut).fanOut(tx, at, entry);
      else await this.get(FanOut).fanOut(tx, at, entry);
    });
  }

  /** Something happens and those who must know are told. */
  async told<F extends Fact>(
    fact: F,
    actor: Person | null,
    subject: Subject,
    payload: FactPayload<F>,
  ): Promise<Entry> {
    const entry = await this.happens(fact, actor, subject, payload);
    await this.follows('notifications.fan-out', entry);
    return entry;
  }

  private url(): string {
    const url = server();
    url.pathname = `/${this.name}`;
    return url.href;
  }

  private async onServer(statement: string): Promise<void> {
    const url = server();
    url.pathname = '/mysql';
    const dataSource = await connect(databaseOptions(url.href, 1));
    await dataSource.query(statement);
    await dataSource.destroy();
  }
}
