import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Role } from '@desk/contracts';
import { change, DatabaseModule, newId, rows, SetClock, Transactions } from '@desk/database';
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
  dueDeliveries,
  dueEmails,
  EmailDelivery,
  FanOut,
  NotificationsModule,
  WebhookDeliveryService,
  WebhookFanOut,
  type Delivered,
  type NotificationSettings,
  type WebhookDelivered,
} from '@desk/notifications';
import { PeopleModule, type Grant, type Person } from '@desk/people';
import { finish, plan, type LedgerJobName } from '@desk/queues';
import { aDatabase, type TestDatabase } from './database.js';
import { stories } from './stories.js';

@Global()
@Module({ providers: [{ provide: Bell, useClass: SilentBell }], exports: [Bell] })
class QuietModule {}

/** How this newsroom is set up unless a test says otherwise. */
export const usual: NotificationSettings = {
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
  private module: TestingModule;

  private constructor(private readonly database: TestDatabase) {}

  static async open(settings: Partial<NotificationSettings> = {}): Promise<NotifyingNewsroom> {
    const newsroom = new NotifyingNewsroom(await aDatabase());
    newsroom.module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot(newsroom.database.url, newsroom.clock),
        QuietModule,
        LedgerModule,
        PeopleModule,
        NotificationsModule.forRoot({ ...usual, ...settings }),
      ],
    }).compile();
    newsroom.module.enableShutdownHooks();
    await newsroom.module.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.database.drop();
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
    }: Partial<Pick<Person, 'language' | 'email' | 'timeZone'>> = {},
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

  /** Tells of everything in the ledger of which nobody was told yet. */
  async tellsAll(): Promise<void> {
    await this.inTransaction(async (tx) => {
      const entries = await placeNewEntries(tx, 1_000);
      for (const entry of entries) await this.get(FanOut).fanOut(tx, this.clock.now(), entry);
    });
  }

  /** Tries each e-mail that is due, once, as the worker does. */
  async sendsMail(): Promise<Delivered[]> {
    const due = await dueEmails(this.sql, this.clock.now(), 1_000);
    const results: Delivered[] = [];
    for (const { id } of due) results.push(await this.get(EmailDelivery).deliver(id));
    return results;
  }

  /** Tries each message to a webhook that is due, once, as the worker does. */
  async callsWebhooks(): Promise<WebhookDelivered[]> {
    const due = await dueDeliveries(this.sql, this.clock.now(), 1_000);
    const results: WebhookDelivered[] = [];
    for (const { id } of due) results.push(await this.get(WebhookDeliveryService).deliver(id));
    return results;
  }

  /** Who has notices of an entry in their inbox, by name; twice for two. */
  async inboxesWith(entry: Entry): Promise<string[]> {
    const found = await rows(
      this.sql,
      z.object({ name: z.string() }),
      `SELECT a.name FROM notice n JOIN account a ON a.id = n.account_id
       WHERE n.entry_id = ? AND n.in_inbox ORDER BY a.name`,
      [entry.id],
    );
    return found.map(({ name }) => name);
  }
}
