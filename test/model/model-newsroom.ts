import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readEnvironment } from '@desk/config';
import type { SignOffPolicy } from '@desk/contracts';
import { firstRow, rows, SetClock, Transactions } from '@desk/database';
import { newLogger } from '@desk/ledger';
import { Accounts } from '@desk/people';
import { dueReleases, DueReleases } from '@desk/publishing';
import { Preparation } from '@desk/translation';
import { createApi } from '../../apps/api/src/api.js';
import { Colleague } from '../support/colleague.js';
import { aDatabase, redisUrl, type TestDatabase } from '../support/database.js';
import type { ModelPerson } from './reference.js';

const password = 'sông Cửu Long chín nhánh';
const sectionSchema = z.object({ id: z.uuid() });
const stateSchema = z.object({
  id: z.uuid(),
  state: z.string(),
  liveness: z.string(),
  page: z.string().nullable(),
});
export type Seen = z.infer<typeof stateSchema>;

/** The API in this process, with a clock that stands still and no worker beside it. */
export class ModelNewsroom {
  readonly people = new Map<string, Colleague>();

  private constructor(
    private readonly database: TestDatabase,
    private readonly app: NestFastifyApplication,
    private readonly clock: SetClock,
  ) {}

  static async open(staff: readonly ModelPerson[]): Promise<ModelNewsroom> {
    const database = await aDatabase();
    const clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
    const variables = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl(),
      SECRET: 'x'.repeat(40),
      RATE_LIMIT_PER_MINUTE: '10000000',
      SIGN_IN_TRIES: '10000',
      LOG_LEVEL: 'error',
    };
    const environment = readEnvironment(variables, () => '');
    const app = await createApi(environment, newLogger('api', 'error'), clock);
    await app.listen(0, '127.0.0.1');
    const newsroom = new ModelNewsroom(database, app, clock);
    await newsroom.hire(staff);
    return newsroom;
  }

  private async hire(staff: readonly ModelPerson[]): Promise<void> {
    const accounts = this.app.get(Accounts, { strict: false });
    const first = { email: 'vuth@huunghi.example', name: 'Danh Sa Vuth', language: 'km' as const };
    await accounts.createFirstAdministrator({ ...first, password });
    const admin = await this.signIn('vuth');
    for (const { key, roles } of staff) {
      const grants = roles.map((role) => ({ role }));
      const body = { email: `${key}@huunghi.example`, name: key, language: 'vi', password, grants };
      await admin.does(z.unknown(), 'POST', 'people', { body });
      this.people.set(key, await this.signIn(key));
    }
    this.people.set('vuth', admin);
  }

  private async signIn(key: string): Promise<Colleague> {
    return new Colleague(await this.app.getUrl(), `${key}@huunghi.example`, password).signIn();
  }

  as(key: string): Colleague {
    const person = this.people.get(key);
    if (!person) throw new Error(`nobody is called ${key}`);
    return person;
  }

  get sql(): DataSource {
    return this.app.get(DataSource);
  }

  async section(code: string, policy: Partial<SignOffPolicy>): Promise<string> {
    const body = {
      code,
      names: { vi: code, en: code, km: 'ផ្នែក' },
      policy: { workingDays: { translate: 3, review: 1, sign_off: 1 }, ...policy },
    };
    return (await this.as('vuth').does(sectionSchema, 'POST', 'sections', { body })).id;
  }

  /** Cuts the approved source into segments, as the worker does; returns the translation's id. */
  async prepare(articleId: string, sourceId: string): Promise<string> {
    const source = await firstRow(
      this.sql,
      z.object({ id: z.uuid() }),
      'SELECT approved_revision_id AS id FROM edition WHERE id = ?',
      [sourceId],
    );
    const of = { articleId, sourceRevisionId: source?.id ?? '', language: 'en' as const };
    const prepared = await this.app
      .get(Transactions, { strict: false })
      .run((tx) =>
        this.app.get(Preparation, { strict: false }).prepareEdition(tx, this.clock.now(), of),
      );
    return prepared.editionId;
  }

  /** Half an hour goes by, and what is due is published. */
  async timePasses(): Promise<void> {
    this.clock.advance(31 * 60_000);
    for (const id of await dueReleases(this.sql, this.clock.now(), 100)) {
      await this.app.get(DueReleases, { strict: false }).publish(id);
    }
  }

  inHalfAnHour = (): string => new Date(this.clock.now().getTime() + 30 * 60_000).toISOString();
  anHourAgo = (): string => new Date(this.clock.now().getTime() - 60 * 60_000).toISOString();

  /** What editions are, in the newsroom and to readers. */
  seen(ids: readonly string[]): Promise<Seen[]> {
    return rows(
      this.sql,
      stateSchema,
      `SELECT e.id, e.state, e.liveness, p.status AS page FROM edition e
       LEFT JOIN public_page p ON p.article_id = e.article_id AND p.language = e.language
       WHERE e.id IN (?)`,
      [ids],
    );
  }

  async hashUnderReview(editionId: string): Promise<string> {
    const found = await firstRow(
      this.sql,
      z.object({ hash: z.string() }),
      'SELECT r.hash FROM revision r JOIN edition e ON e.review_revision_id = r.id WHERE e.id = ?',
      [editionId],
    );
    return found?.hash ?? 'f'.repeat(64);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
