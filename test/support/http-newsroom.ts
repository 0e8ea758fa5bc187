import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { DestinationStream } from 'pino';
import { readEnvironment } from '@desk/config';
import type { Role, SignOffPolicy } from '@desk/contracts';
import { rows, SetClock, Transactions } from '@desk/database';
import type { Language } from '@desk/languages';
import { newLogger } from '@desk/ledger';
import { Accounts } from '@desk/people';
import { Preparation } from '@desk/translation';
import { createApi } from '../../apps/api/src/api.js';
import { Colleague } from './colleague.js';
import { aDatabase, redisUrl, type TestDatabase } from './database.js';
import { MediaFolder } from './media-folder.js';

const password = 'sông Cửu Long chín nhánh';
const idSchema = z.object({ id: z.uuid() });

/** A route as Fastify knows it: `/api/v1/articles/:id`. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

export interface GrantOf {
  readonly role: Role;
  readonly sectionId?: string;
  readonly language?: Language;
  readonly sourceLanguage?: Language;
}

/** The API in this process, on a port, with a database of its own and no worker beside it. */
export class HttpNewsroom {
  private constructor(
    private readonly database: TestDatabase,
    readonly media: MediaFolder,
    readonly app: NestFastifyApplication,
    readonly clock: SetClock,
    readonly routes: readonly Route[],
    readonly url: string,
    readonly admin: Colleague,
  ) {}

  static async open(
    settings: Readonly<Record<string, string>> = {},
    logTo?: DestinationStream,
  ): Promise<HttpNewsroom> {
    const database = await aDatabase();
    const media = new MediaFolder();
    const clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
    const variables = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      REDIS_URL: redisUrl(),
      SECRET: 'a secret of the tests, long enough to be one',
      RATE_LIMIT_PER_MINUTE: '10000000',
      SIGN_IN_TRIES: '10000',
      LOG_LEVEL: 'silent',
      MEDIA_DIR: media.path,
      ...settings,
    };
    const environment = readEnvironment(variables, () => '');
    const app = await createApi(environment, newLogger('api', environment.LOG_LEVEL, logTo), clock);
    const routes: Route[] = [];
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) routes.push({ method: one, path: url });
      });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const first = { email: emailOf('vuth'), name: 'Danh Sa Vuth', language: 'km' as const };
    await app.get(Accounts, { strict: false }).createFirstAdministrator({ ...first, password });
    const admin = await new Colleague(url, emailOf('vuth'), password).signIn();
    return new HttpNewsroom(database, media, app, clock, routes, url, admin);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    this.media.remove();
  }

  get sql(): DataSource {
    return this.app.get(DataSource);
  }

  /** Makes an account with these grants and signs in. */
  async hire(key: string, language: Language, ...grants: GrantOf[]): Promise<Colleague> {
    const body = { email: emailOf(key), name: key, language, password, grants };
    await this.admin.does(idSchema, 'POST', 'people', { body });
    return this.as(key);
  }

  as(key: string): Promise<Colleague> {
    return new Colleague(this.url, emailOf(key), password).signIn();
  }

  /** Somebody who is not signed in. */
  stranger(): Colleague {
    return new Colleague(this.url, 'stranger@example.org', '');
  }

  /** A section of the newsroom; returns its id. */
  async section(code: string, policy: Partial<SignOffPolicy> = {}): Promise<string> {
    const body = {
      code,
      names: { vi: `Mục ${code}`, en: `Section ${code}`, km: `ផ្នែក ${code}` },
      policy: {
        approvers: 1,
        languageReview: false,
        release: 'as-ready',
        requiredLanguages: ['vi', 'en'],
        workingDays: { translate: 3, review: 1, sign_off: 1 },
        ...policy,
      },
    };
    return (await this.admin.does(idSchema, 'POST', 'sections', { body })).id;
  }

  /** Cuts an approved source into segments, as the worker does; returns the translation's id. */
  async prepare(articleId: string, sourceId: string, language: Language): Promise<string> {
    const [source] = await rows(
      this.sql,
      idSchema,
      'SELECT approved_revision_id AS id FROM edition WHERE id = ?',
      [sourceId],
    );
    const of = { articleId, sourceRevisionId: source?.id ?? '', language };
    const preparation = this.app.get(Preparation, { strict: false });
    const prepared = await this.app
      .get(Transactions, { strict: false })
      .run((tx) => preparation.prepareEdition(tx, this.clock.now(), of));
    return prepared.editionId;
  }

  /**
   * Everything that the database holds of the newsroom's work, to be compared before and after:
   * how many rows each table has and a sum over their content.
   */
  async fingerprint(): Promise<Record<string, string>> {
    const tables = await rows(this.sql, z.object({ name: z.string() }), tablesWithoutVisits);
    const sums = await Promise.all(
      tables.map(async ({ name }) => {
        const found: unknown = await this.sql.query(`CHECKSUM TABLE \`${name}\` EXTENDED`);
        const [row] = z.array(z.looseObject({ Checksum: z.unknown() })).parse(found);
        return [name, String(row?.Checksum)] as const;
      }),
    );
    return Object.fromEntries(sums);
  }
}

/** All tables but the ones that note that somebody came by. */
const tablesWithoutVisits = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_name NOT IN ('session', 'api_token')`;

export const emailOf = (key: string): string => `${key}@huunghi.example`;
