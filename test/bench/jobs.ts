import { randomUUID } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import { z } from 'zod';
import { redisOptions } from '@desk/queues';
import { eventually } from '../support/eventually.js';
import { threeCommands } from './commands.js';
import type { BenchNewsroom } from './newsroom.js';
import { environment } from './newsroom.js';
import { ratio, type Figure } from './figures.js';
import { recorded, renewed, type Transcript } from './transcript.js';

const ARTICLES = 150;
const countSchema = z.array(z.object({ n: z.coerce.number() }));

/**
 * Jobs from ledger entry to done, against bare BullMQ whose processor asks the database the
 * same: the statements of the worker's whole run, shared out evenly among as many jobs.
 */
export async function benchJobs(newsroom: BenchNewsroom): Promise<Figure> {
  const { whole, bare } = newsroom;
  const count = async (condition: string): Promise<number> => {
    const [found] = await bare.query(`SELECT COUNT(*) AS n FROM ${condition}`);
    return countSchema.parse(found)[0]?.n ?? 0;
  };
  const idle = () =>
    eventually(async () => {
      const open =
        (await count("ledger_job WHERE state = 'waiting'")) +
        (await count('ledger_entry WHERE dispatched_at IS NULL'));
      if (open > 0) throw new Error(`${open} under way`);
    }, 120_000);
  await idle();
  const sample = await sampleOfJobs(newsroom, idle);

  await whole.worker.kill('SIGTERM');
  for (let number = 0; number < ARTICLES; number += 1) {
    await threeCommands(newsroom, `Việc ${randomUUID().slice(0, 13)}`);
  }
  const before = await count("ledger_job WHERE state = 'done'");
  await whole.worker.start();
  const began = performance.now();
  await idle();
  const seconds = (performance.now() - began) / 1_000;
  const jobs = (await count("ledger_job WHERE state = 'done'")) - before;

  const bareSeconds = await bareBullMq(jobs, newsroom, sample);
  return ratio('jobs from ledger entry to done', jobs / seconds, jobs / bareSeconds, '/s', 0.6);
}

/** What one article's jobs ask of the database, and how many jobs that is. */
interface Sample {
  readonly transcript: Transcript;
  readonly jobs: number;
}

async function sampleOfJobs(newsroom: BenchNewsroom, idle: () => Promise<void>): Promise<Sample> {
  const { whole, server, bare } = newsroom;
  await whole.worker.kill('SIGTERM');
  await threeCommands(newsroom, `Mẫu ${randomUUID().slice(0, 13)}`);
  const done = async (): Promise<number> => {
    const [found] = await bare.query("SELECT COUNT(*) AS n FROM ledger_job WHERE state = 'done'");
    return countSchema.parse(found)[0]?.n ?? 0;
  };
  const before = await done();
  const { statements } = await recorded(server, 'desk', async () => {
    await whole.worker.start();
    await idle();
  });
  // Only what jobs do in their transactions: not the relay's looking round nor the start.
  const own = statements.filter((text) => jobStatement.test(text));
  return { transcript: { statements: own }, jobs: (await done()) - before };
}

const jobStatement =
  /^\s*(START TRANSACTION|COMMIT|SELECT|INSERT|UPDATE ledger_job|UPDATE edition|UPDATE task)(?![^]*(ledger_cursor|ledger_block|COUNT\(\*\) AS n FROM ledger|dispatched_at|migration|VERSION\(\)))/;

async function bareBullMq(
  jobs: number,
  { bare, sectionId, hanh, minh, lan }: BenchNewsroom,
  { transcript, jobs: perSample }: Sample,
): Promise<number> {
  const connection = redisOptions(environment.BENCH_REDIS_URL);
  const name = `bare-${randomUUID()}`;
  const queue = new Queue(name, { connection });
  const known = new Set([sectionId, hanh.id, minh.id, lan.id]);
  const share = Math.ceil(transcript.statements.length / perSample);
  await queue.addBulk(
    Array.from({ length: jobs }, (_, number) => ({ name: 'bare', data: { number } })),
  );
  let done = 0;
  const began = performance.now();
  const worker = new Worker<{ number: number }>(
    name,
    async ({ data }) => {
      const start = (data.number % perSample) * share;
      const statements = transcript.statements.slice(start, start + share);
      const plain = statements.filter((text) => !/START TRANSACTION|COMMIT/.test(text));
      const own = await bare.getConnection();
      try {
        await own.query('START TRANSACTION');
        for (const text of renewed({ statements: plain }, known, {})) {
          await own.query(text.replace(/^\s*INSERT INTO/, 'INSERT IGNORE INTO'));
        }
        await own.query('COMMIT');
      } catch {
        await own.query('ROLLBACK');
      } finally {
        own.release();
      }
      done += 1;
    },
    { connection, concurrency: 16 },
  );
  await eventually(() => {
    if (done < jobs) throw new Error(`${done} of ${jobs}`);
  }, 120_000);
  const seconds = (performance.now() - began) / 1_000;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return seconds;
}
