import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readEnvironment } from '@desk/config';
import { change, newId, Transactions } from '@desk/database';
import { newLogger, record, type Fact, type FactPayload, type Subject } from '@desk/ledger';
import type { Role } from '@desk/contracts';
import { createWorker } from '../../apps/worker/src/worker.js';
import { aDatabase, type TestDatabase } from './database.js';
import { Mailbox } from './mailbox.js';
import { MediaFolder } from './media-folder.js';
import { OwnRedis } from './own-redis.js';

/** A worker with a database, a Redis and a mail server of its own; facts are put into its ledger. */
export class WorkingNewsroom {
  private constructor(
    readonly database: TestDatabase,
    readonly redis: OwnRedis,
    readonly mailbox: Mailbox,
    readonly media: MediaFolder,
    public worker: NestFastifyApplication,
  ) {}

  static async open(): Promise<WorkingNewsroom> {
    const [database, redis, mailbox] = [
      await aDatabase(),
      await OwnRedis.open(8),
      await Mailbox.open(),
    ];
    const media = new MediaFolder();
    const newsroom = new WorkingNewsroom(
      database,
      redis,
      mailbox,
      media,
      await aWorker(database, redis, mailbox, media),
    );
    await newsroom.worker.init();
    return newsroom;
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.mailbox.close();
    await this.redis.close();
    await this.database.drop();
    this.media.remove();
  }

  /** Ends the worker as SIGTERM does, and begins another. */
  async restart(): Promise<void> {
    await this.worker.close();
    await this.begin();
  }

  async begin(): Promise<void> {
    this.worker = await aWorker(this.database, this.redis, this.mailbox, this.media);
    await this.worker.init();
  }

  /** Somebody with this role everywhere; returns their id and address. */
  async person(name: string, role: Role): Promise<{ id: string; email: string }> {
    const id = newId();
    const email = `${id}@huunghi.example`;
    const at = new Date();
    await change(
      this.database.dataSource,
      `INSERT INTO account (id, email, name, language, created_at, updated_at)
       VALUES (?, ?, ?, 'vi', ?, ?)`,
      [id, email, name, at, at],
    );
    await change(
      this.database.dataSource,
      `INSERT INTO role_grant (id, account_id, role, granted_at, grant_key) VALUES (?, ?, ?, ?, ?)`,
      [newId(), id, role, at, newId()],
    );
    return { id, email };
  }

  /** A fact is committed to the ledger; nobody is told that it is there. Returns its entry's id. */
  happens<F extends Fact>(fact: F, subject: Subject, payload: FactPayload<F>): Promise<string> {
    const transactions = new Transactions(this.database.dataSource);
    return transactions.run((tx) => record(tx, new Date(), null, fact, subject, payload));
  }
}

function aWorker(
  database: TestDatabase,
  redis: OwnRedis,
  mailbox: Mailbox,
  media: MediaFolder,
): Promise<NestFastifyApplication> {
  const environment = readEnvironment(
    {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SECRET: 'a secret of the tests, long enough to be one',
      SMTP_URL: mailbox.url,
      LOG_LEVEL: 'silent',
      MEDIA_DIR: media.path,
      DATABASE_POOL: '10',
      WEBHOOKS_ALLOW_PRIVATE: 'true',
    },
    () => '',
  );
  return createWorker(environment, newLogger('worker', 'silent'));
}
