import { createServer, type Server } from 'node:http';
import { Queue } from 'bullmq';
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
 * writes, or a server that does not answer, holds it in the middle of its work. Afterwards its
 * effect is there exactly once.
 */
describe('B, C, D: killed at each kind of job', () => {
  let newsroom: WholeNewsroom;
  let hanh: Colleague;
  let minh: Colleague;
  let sectionId: string;
  let listener: Server;
  const heard: string[] = [];
  let stalling = false;
  let released = '';
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
      if (!stalling) response.writeHead(204).end();
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
        connection: redisOptions(newsroom.env.REDIS_URL ?? ''),
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

  /** Holds tables with a lock while `work` goes on. */
  async function holding(tables: readonly string[], work: () => Promise<unknown>): Promise<void> {
    const runner = newsroom.sql.createQueryRunner();
    await runner.connect();
    try {
      await runner.query(`LOCK TABLES ${tables.map((one) => `\`${one}\` WRITE`).join(', ')}`);
      await work();
    } finally {
      await runner.query('UNLOCK TABLES');
      await runner.release();
    }
  }

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

  it('of the ledger, of e-mail and of webhooks, all under way at once', async () => {
    released = await approved();
    await settled(newsroom.sql);
    newsroom.mailbox.stall(true);
    stalling = true;
    await submitted();
    await isActive('email.deliver');
    await isActive('webhooks.deliver');
    // The worker stands still meanwhile: a job that holds an edition would hold up its commands.
    newsroom.worker.signal('SIGSTOP');
    await approved();
    await holding(['task', 'notice', 'webhook_delivery', 'segment'], async () => {
      newsroom.worker.signal('SIGCONT');
      await isActive('tasks.follow');
      await isActive('notifications.fan-out');
      await isActive('webhooks.fan-out');
      await isActive('translation.prepare-edition');
      await newsroom.worker.kill('SIGKILL');
    });
    stalling = false;
    newsroom.mailbox.stall(false);
    await newsroom.worker.start();
  }, 180_000);

  it('of a release, and one that waits for the others of its flow', async () => {
    const entries = z.array(z.object({ entry_id: z.string() }));
    const runner = newsroom.sql.createQueryRunner();
    await runner.startTransaction();
    newsroom.worker.signal('SIGSTOP');
    await approved();
    const publishAt = new Date(Date.now() + 500).toISOString();
    await acts(minh, released, 'schedule', { publishAt });
    await holding(['public_page'], async () => {
      await holding(['segment'], async () => {
        newsroom.worker.signal('SIGCONT');
        await isActive('publishing.release');
        await eventually(async () => {
          const [parent] = entries.parse(
            await newsroom.sql.query(
              `SELECT entry_id FROM ledger_job WHERE job = 'translation.prepare'
               AND state = 'waiting' ORDER BY entry_id DESC LIMIT 1`,
            ),
          );
          if (!parent) throw new Error('not planned yet');
          await runner.query(
            `SELECT 1 FROM ledger_job WHERE entry_id = ? AND job = 'translation.prepare'
             AND part = '' FOR UPDATE`,
            [parent.entry_id],
          );
        });
      });
      await isActive('translation.prepare');
      await newsroom.worker.kill('SIGKILL');
    });
    await runner.rollbackTransaction();
    await runner.release();
    await newsroom.worker.start();
  }, 180_000);

  it.each([
    ['maintenance.sweep', 'ledger_job'],
    ['maintenance.leases', 'task'],
    ['maintenance.reminders', 'task'],
    ['maintenance.digests', 'digest_item'],
    ['maintenance.cleaning', 'idempotent_request'],
  ] as const)(
    '%s',
    async (job, table) => {
      await holding([table], async () => {
        await queueOf(job).add(job, {}, { lifo: true });
        await isActive(job);
        await newsroom.worker.kill('SIGKILL');
      });
      await newsroom.worker.start();
    },
    120_000,
  );

  it('leaves everything done, and once', async () => {
    await leasesRunOut(newsroom.sql);
    await settled(newsroom.sql, 150_000);
    expect(await notExactlyOnce(newsroom.sql)).toEqual([]);
    const published: unknown = await newsroom.sql.query(
      "SELECT COUNT(*) AS n FROM ledger_entry WHERE fact = 'edition.published' AND edition_id = ?",
      [released],
    );
    expect(published).toEqual([{ n: '1' }]);
    expect(new Set(heard).size).toBeGreaterThan(5);
  }, 180_000);
});
