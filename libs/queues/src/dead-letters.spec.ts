import { FlowProducer, Queue, UnrecoverableError, Worker } from 'bullmq';
import { newId, rows } from '@desk/database';
import { entryColumns, entrySchema } from '@desk/ledger';
import { eventually } from '../../../test/support/eventually.js';
import { QueueingNewsroom } from '../../../test/support/queueing-newsroom.js';
import { DeadLetters } from './dead-letters.service.js';
import { enqueueLedgerJobs } from './enqueue-ledger-jobs.js';
import { JobQueues } from './job-queues.service.js';
import { ledgerJobId } from './job-options.js';
import { fail, finish, jobsOfEntries, type LedgerJobKey } from './ledger-jobs.queries.js';
import { producerOptions, workerOptions } from './redis.js';

let newsroom: QueueingNewsroom;
beforeAll(async () => {
  newsroom = await QueueingNewsroom.open();
});
afterAll(async () => {
  await newsroom.close();
  // BullMQ's last pause before it would connect again outlives the closed queue.
  await new Promise((resume) => setTimeout(resume, 2_000));
});

const administratorId = newId();
async function planned(): Promise<LedgerJobKey> {
  const [key] = await newsroom.happens('account.enabled', {}, [
    { job: 'notifications.fan-out', part: '' },
  ]);
  if (!key) throw new Error('no job');
  return key;
}
const dies = (key: LedgerJobKey, why = 'người nhận không còn') =>
  fail(newsroom.database.dataSource, key, why, true);
const stored = async ({ entryId }: LedgerJobKey) =>
  (await jobsOfEntries(newsroom.database.dataSource, [entryId]))[0];
const listed = async (key: LedgerJobKey) =>
  (await newsroom.deadLetters.list(100)).find(({ entryId }) => entryId === key.entryId);
const queue = () => newsroom.queues.queue('notifications');
const inRedis = ({ job, entryId }: LedgerJobKey) => queue().getJobState(ledgerJobId(job, entryId));

/** A Redis that is not there. */
const nowhere = producerOptions('unix:///nowhere/redis.sock');

describe('a dead job', () => {
  it('is seen, with what went wrong and how often it was tried', async () => {
    const key = await planned();
    await fail(newsroom.database.dataSource, key, 'lần đầu', false);
    expect(await listed(key)).toBeUndefined();
    expect(await stored(key)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'lần đầu',
    });
    await dies(key, `${'quá dài '.repeat(200)}`);
    const dead = await listed(key);
    expect(dead).toMatchObject({ state: 'dead', attempts: 2, job: 'notifications.fan-out' });
    expect(dead?.lastError).toHaveLength(1_000);
  });

  it('cannot be one that is done', async () => {
    const key = await planned();
    await finish(newsroom.database.dataSource, key, newsroom.clock.now());
    expect(await dies(key)).toBe(false);
    expect(await stored(key)).toMatchObject({ state: 'done' });
  });

  it('is revived: it waits again, is in the queue again, and it is recorded who did it', async () => {
    const key = await planned();
    await dies(key);
    await newsroom.deadLetters.resend(administratorId, key);
    expect(await listed(key)).toBeUndefined();
    expect(await stored(key)).toMatchObject({ state: 'waiting', lastError: null });
    expect(await inRedis(key)).toBe('waiting');
    const [resent] = await rows(
      newsroom.database.dataSource,
      entrySchema,
      `SELECT ${entryColumns} FROM ledger_entry l WHERE l.fact = 'job.resent' AND l.subject_id = ?`,
      [key.entryId],
    );
    expect(resent).toMatchObject({ actorId: administratorId, payload: { job: key.job } });
  });

  it('is revived also when Redis still holds it as failed, and is then done', async () => {
    const key = await planned();
    let isBroken = true;
    const worker = new Worker(
      'notifications',
      () => {
        if (isBroken) throw new UnrecoverableError('hỏng');
        return Promise.resolve();
      },
      { connection: workerOptions(newsroom.redis.url), prefix: newsroom.prefix },
    );
    try {
      await enqueueLedgerJobs(newsroom.queues, newsroom.flows, [key]);
      await eventually(async () => expect(await inRedis(key)).toBe('failed'));
      await dies(key);
      isBroken = false;
      await newsroom.deadLetters.resend(administratorId, key);
      await eventually(async () => expect(await inRedis(key)).toBe('completed'));
    } finally {
      await worker.close();
    }
  });

  it('is revived once: a second time there is nothing dead', async () => {
    const key = await planned();
    await dies(key);
    const both = await Promise.allSettled(
      [1, 2].map(() => newsroom.deadLetters.resend(administratorId, key)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(newsroom.deadLetters.resend(administratorId, key)).rejects.toMatchObject({
      code: 'job.not_dead',
      status: 404,
    });
    await expect(
      newsroom.deadLetters.resend(administratorId, { ...key, part: 'km' }),
    ).rejects.toMatchObject({ code: 'job.not_dead' });
  });

  it('B: is revived also while Redis is away; the sweep queues it later', async () => {
    const key = await planned();
    await dies(key);
    const away = new JobQueues([new Queue('notifications', { connection: nowhere })]);
    const { database, commands } = newsroom;
    const letters = new DeadLetters(database.dataSource, commands, away);
    await letters.resend(administratorId, key);
    await Promise.all(away.all().map((one) => one.close()));
    expect(await stored(key)).toMatchObject({ state: 'waiting' });
    expect(await inRedis(key)).toBe('unknown');
    await newsroom.sweep.pass(0);
    expect(await inRedis(key)).toBe('waiting');
  });
});

it('a Redis that was never there is told soon, not waited for', async () => {
  const [queue, flows] = [
    new Queue('translation', { connection: nowhere }),
    new FlowProducer({ connection: nowhere }),
  ];
  flows.on('error', () => undefined);
  const away = new JobQueues([queue]);
  const entryId = newId();
  const flow = { entryId, job: 'translation.prepare', part: '' } as const;
  await expect(away.add('translation.prepare', 'viec_1', { entryId, part: '' })).rejects.toThrow(
    'no answer in time',
  );
  await expect(enqueueLedgerJobs(away, flows, [flow])).rejects.toThrow('no answer in time');
  expect(await away.isReachable()).toBe(false);
  await queue.close();
  await flows.close();
});
