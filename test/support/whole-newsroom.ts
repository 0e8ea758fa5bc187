import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Role, SignOffPolicy } from '@desk/contracts';
import { connect, databaseOptions } from '@desk/database';
import type { Language } from '@desk/languages';
import { Colleague } from './colleague.js';
import { onServer, redisUrl, serverUrl } from './database.js';
import { Mailbox } from './mailbox.js';
import { MediaFolder } from './media-folder.js';
import { cli, Program } from './program.js';

const idSchema = z.object({ id: z.uuid() });

/** Servers that a newsroom may have to itself; absent: those of the test run. */
export interface OwnServers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** The newsroom as it runs: three processes, a database, Redis, a mail server. */
export class WholeNewsroom {
  private constructor(
    readonly env: NodeJS.ProcessEnv,
    readonly mailbox: Mailbox,
    private readonly media: MediaFolder,
    readonly sql: DataSource,
    readonly api: Program,
    readonly worker: Program,
    readonly portal: Program,
    private readonly forget: () => Promise<void>,
  ) {}

  static async open(
    own?: OwnServers,
    settings: NodeJS.ProcessEnv = {},
    begin = withAdministrator,
  ): Promise<WholeNewsroom> {
    const { databaseUrl, redisUrl, forget } = own
      ? { databaseUrl: own.databaseUrl, redisUrl: own.redisUrl, forget: nothing }
      : await sharedServers();
    const mailbox = await Mailbox.open();
    const media = new MediaFolder();
    const env: NodeJS.ProcessEnv = {
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      PORTAL_DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      SECRET: randomBytes(32).toString('hex'),
      SMTP_URL: mailbox.url,
      LOG_LEVEL: 'warn',
      MEDIA_DIR: media.path,
      RATE_LIMIT_PER_MINUTE: '1000000',
      SIGN_IN_TRIES: '10000',
      ...settings,
    };
    begin(env);
    const api = await Program.of('api', env);
    const portal = await Program.of('portal', env);
    const addresses = { NEWSROOM_URL: api.url, PUBLIC_URL: portal.url };
    const worker = await Program.of('worker', { ...env, ...addresses });
    const sql = await connect(databaseOptions(databaseUrl, 4));
    const newsroom = new WholeNewsroom(env, mailbox, media, sql, api, worker, portal, forget);
    await Promise.all([api.start(), worker.start(), portal.start()]);
    return newsroom;
  }

  async close(): Promise<void> {
    await Promise.all([this.api, this.worker, this.portal].map((one) => one.kill('SIGTERM')));
    if (this.sql.isInitialized) await this.sql.destroy();
    await this.mailbox.close();
    this.media.remove();
    await this.forget();
  }

  /** Signed in as somebody who has an account. */
  async as(key: string): Promise<Colleague> {
    return new Colleague(this.api.url, emailOf(key), password).signIn();
  }

  /** Makes an account and signs in. */
  async hire(
    key: string,
    name: string,
    language: Language,
    ...does: { readonly role: Role; readonly language?: Language; readonly sectionId?: string }[]
  ): Promise<Colleague> {
    const admin = await this.administrator();
    const draft = { email: emailOf(key), name, language, password, grants: does };
    await admin.does(idSchema, 'POST', 'people', { body: draft, key: randomUUID() });
    return this.as(key);
  }

  private admin: Promise<Colleague> | null = null;
  administrator(): Promise<Colleague> {
    this.admin ??= this.as('vuth');
    return this.admin;
  }

  async section(code: string, policy: Partial<SignOffPolicy> = {}): Promise<{ id: string }> {
    const admin = await this.administrator();
    return admin.does(idSchema, 'POST', 'sections', {
      body: {
        code,
        names: { vi: `Mục ${code}`, en: `Section ${code}`, km: `ផ្នែក ${code}` },
        policy: {
          approvers: 1,
          languageReview: false,
          release: 'as-ready',
          requiredLanguages: ['vi', 'en', 'km'],
          workingDays: { translate: 3, review: 1, sign_off: 1 },
          ...policy,
        },
      },
    });
  }
}

/** The tables and one administrator: how a newsroom begins. */
function withAdministrator(env: NodeJS.ProcessEnv): void {
  cli(env, 'migrate');
  const administrator = ['--email', emailOf('vuth'), '--name', 'Danh Sa Vuth', '--language', 'km'];
  cli({ ...env, ADMIN_PASSWORD: password }, 'admin', 'create', ...administrator);
}

/** The newsroom that `npm start` shows: with people, articles in every state, and a history. */
export function withDemonstration(env: NodeJS.ProcessEnv): void {
  cli({ ...env, PORTAL_PASSWORD: randomBytes(12).toString('hex') }, 'demonstration');
}

export const password = 'sông Cửu Long chín nhánh';
const nothing = (): Promise<void> => Promise.resolve();
export const emailOf = (key: string): string => `${key}@huunghi.example`;

/** A database and a Redis database of its own on the servers of the test run. */
async function sharedServers(): Promise<OwnServers & { forget: () => Promise<void> }> {
  const url = serverUrl();
  const name = `desk_whole_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${name}`;
  const redis = new URL(redisUrl());
  // Each of jest's workers runs one suite at a time.
  const db = Number(process.env.JEST_WORKER_ID ?? 1);
  if (redis.protocol.includes('unix')) redis.searchParams.set('db', String(db));
  else redis.pathname = `/${db}`;
  await flush(redis, db);
  return {
    databaseUrl: url.href,
    redisUrl: redis.href,
    forget: async () => {
      await onServer(`DROP DATABASE IF EXISTS ${name}`);
      await flush(redis, db);
    },
  };
}

async function flush(url: URL, db: number): Promise<void> {
  const unix = url.protocol.includes('unix');
  const redis = unix
    ? new Redis({ path: decodeURIComponent(url.pathname), db })
    : new Redis(url.href);
  try {
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
}
