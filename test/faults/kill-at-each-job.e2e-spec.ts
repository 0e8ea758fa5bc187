import { createServer, type Server } from 'node:http';
import { Queue } from 'bullmq';
import type { QueryRunner } from 'typeorm';
import { z } from 'zod';
import { jobs, redisOptions, type JobName } from '@desk/queues';
import { seedStory, textOf } from '../../apps/cli/src/demonstration/stories.js';
import { acts, signs, writesArticle } from '../support/article-work.js';
import type { Colleague } from '../support/colleague.js';
import { eventually } from '../support/eventually.js';
import { WholeNewsroom } from '../support/whole-newsroom.js';
import { leasesRunOut, notExactlyOnce, settled } from './settled.js';

/**
 * The worker is killed while a job of each kind is under way: a lock on a table that the job
 * writes holds it in the middle of its work. Afterwards its effect is there exactly once.
 */
describe('B, C, D: killed at each kind of job', () => {
  let newsroom: WholeNewsroom;
  let hanh: Colleague;
  let minh: Colleague;
  let sectionId: string;
  let listener: Server;
  const heard: string[] = [];
  const queues = new Map<string, Queue>();

  beforeAll(async () => {
    newsroom = await WholeNewsroom.open(undefined, {
      LOG_LEVEL: 'fatal',
      WEBHOOKS_ALLOW_PRIVATE: 'true',
    });
    hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    await newsroom.hire('lan', 'Phạm Ngọc Lan', 'en', { role: 'translator', language: 'en' });
    await newsroom.hire('saray', 'Sơn Thị Sa Rây', 'km', { role: 'translator', language: 'km' });
    minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    sectionId = (await newsroom.section('tin')).id;
    listener = createServer((request, response) => {
      heard.push(String(request.headers['webhook-id']));
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = z.object({ port: z.int() }).parse(listener.address());
    const admin = await newsroom.administrator();
    await admin.does(z.unknown(), 'POST', 'webhooks', {
      body: { url: `http://127.0.0.1:${address.port}/`, facts: [] },
    });
  }, 120_000);
  afterAll(async () => {
    for (const queue of queues.values()) await queue.close();
    await newsroom.close();
    await new Promise((resolve) => listener.close(resolve));
  }, 60_000);

  const queueOf = (job: JobName): Queue => {
    const name = jobs[job].queue;
    const made =
      queues.get(name) ??
      new Queue(name, {
        connection: redisOptions(newsroom.env['REDIS_URL'] ?? ''),
        prefix: 'desk',
      });
    queues.set(name, made);
    return made;
  };

  const isActive = (job: JobName): Promise<void> =>
    eventually(async () => {
      const active = await queueOf(job).getActive();
      if (!active.some(({ name }) => name === job)) throw new Error(`no ${job} is under way`);
    }, 60_000);

  /** Does something that leads to the job, holds it in its work, kills the worker, lets go. */
  async function killedAt(
    job: JobName,
    hold: (runner: QueryRunner) => Promise<unknown>,
    provoke: () => Promise<unknown>,
  ): Promise<void> {
    const runner = newsroom.sql.createQueryRunner();
    await runner.connect();
    try {
      await hold(runner);
      await provoke();
      await isActive(job);
      await newsroom.worker.kill('SIGKILL');
    } finally {
      await runner.query('UNLOCK TABLES');
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
    await newsroom.worker.start();
    await leasesRunOut(newsroom.sql);
    await newsroom.sql.query(
      "UPDATE webhook_delivery SET send_after = UTC_TIMESTAMP(3) WHERE state = 'waiting'",
    );
    await settled(newsroom.sql);
    expect(await notExactlyOnce(newsroom.sql)).toEqual([]);
  }

  const locking =
    (table: string) =>
    (runner: QueryRunner): Promise<unknown> =>
      runner.query(`LOCK TABLES \`${table}\` WRITE`);

  let written = 0;
  async function submitted(): Promise<string> {
    written += 1;
    const text = { ...textOf(seedStory, 'vi'), title: `Bài số ${written}` };
    const { editionId } = await writesArticle(hanh, sectionId, text);
    await acts(hanh, editionId, 'submit');
    return editionId;
  }
  async function approved(): Promise<string> {
    const id = await submitted();
    await signs(minh, id);
    return id;
  }

  it.each([
    ['tasks.follow', 'task', submitted],
    ['notifications.fan-out', 'notice', submitted],
    ['webhooks.fan-out', 'webhook_delivery', submitted],
    ['translation.prepare-edition', 'segment', approved],
  ] as const)(
    '%s',
    async (job, table, provoke) => {
      // The command itself writes `task` and others only through jobs, so it is not held.
      await killedAt(job, locking(table), provoke);
    },
    120_000,
  );

  it('translation.prepare', async () => {
    const rowSchema = z.array(z.object({ entry_id: z.string() }));
    await killedAt(
      'translation.prepare',
      async (runner) => {
        const segments = newsroom.sql.createQueryRunner();
        await segments.query('LOCK TABLES segment WRITE');
        await approved();
        await runner.startTransaction();
        await eventually(async () => {
          const found = rowSchema.parse(
            await runner.query(
              `SELECT entry_id FROM ledger_job
               WHERE job = 'translation.prepare' AND state = 'waiting' FOR UPDATE`,
            ),
          );
          if (found.length === 0) throw new Error('not planned yet');
        });
        await segments.query('UNLOCK TABLES');
        await segments.release();
      },
      () => Promise.resolve(),
    );
  }, 120_000);

  it('email.deliver', async () => {
    await killedAt(
      'email.deliver',
      () => Promise.resolve(newsroom.mailbox.stall(true)),
      async () => {
        await submitted();
        await eventually(() => expect(newsroom.mailbox.stalled).toBeGreaterThan(0), 60_000);
        setTimeout(() => newsroom.mailbox.stall(false), 1_500);
      },
    );
    const arrived = newsroom.mailbox.mails.map(({ messageId, to }) => `${messageId} ${to.join()}`);
    expect(new Set(arrived).size).toBeGreaterThanOrEqual(1);
  }, 120_000);

  it('publishing.release', async () => {
    const editionId = await approved();
    await settled(newsroom.sql);
    const publishAt = new Date(Date.now() + 1_500).toISOString();
    await killedAt('publishing.release', locking('public_page'), () =>
      acts(minh, editionId, 'schedule', { publishAt }),
    );
    await eventually(async () => {
      const found: unknown = await newsroom.sql.query(
        `SELECT COUNT(*) AS n FROM ledger_entry WHERE fact = 'edition.published' AND edition_id = ?`,
        [editionId],
      );
      expect(JSON.stringify(found)).toBe('[{"n":"1"}]');
    });
  }, 120_000);

  it.each([
    ['maintenance.sweep', 'ledger_job'],
    ['maintenance.leases', 'task'],
    ['maintenance.reminders', 'task'],
    ['maintenance.digests', 'digest_item'],
    ['maintenance.cleaning', 'idempotent_request'],
  ] as const)(
    '%s',
    async (job, table) => {
      await killedAt(job, locking(table), () => queueOf(job).add(job, {}));
    },
    120_000,
  );
});
