import { Worker } from 'bullmq';
import { change, newId } from '@desk/database';
import {
  enqueueLedgerJobs,
  finish,
  jobs,
  ledgerJobId,
  workerOptions,
  type LedgerJobKey,
} from '@desk/queues';
import { eventually } from '../../../../test/support/eventually.js';
import {
  approvedSourceJobs,
  QueueingNewsroom,
} from '../../../../test/support/queueing-newsroom.js';

let newsroom: QueueingNewsroom;
beforeAll(async () => {
  newsroom = await QueueingNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(async () => {
  await change(newsroom.database.dataSource, 'DELETE FROM ledger_job');
  await newsroom.redis.forgetAll();
});

const approved = (): Promise<LedgerJobKey[]> =>
  newsroom.happens('edition.approved', { languages: ['en', 'km'], urgent: false }, [
    ...approvedSourceJobs,
  ]);
const enqueue = (keys: readonly LedgerJobKey[]) =>
  enqueueLedgerJobs(newsroom.queues, newsroom.flows, keys);
const stateOf = ({ job, entryId, part }: LedgerJobKey) =>
  newsroom.queues.queue(jobs[job].queue).getJobState(ledgerJobId(job, entryId, part));

describe('B: after Redis has lost everything', () => {
  it('all that is pending is queued again, the flow as a flow, and what is done is not', async () => {
    const keys = (await Promise.all([1, 2, 3].map(approved))).flat();
    await enqueue(keys);
    const done = keys.filter(({ job }) => job === 'tasks.follow');
    for (const key of done) {
      await finish(newsroom.database.dataSource, key, newsroom.clock.now());
    }
    await newsroom.redis.forgetAll();
    expect(await newsroom.pending()).toBe(0);
    expect(await newsroom.sweep.pass(0)).toBe(12);
    expect(await newsroom.pending()).toBe(12);
    for (const key of keys) {
      const state = await stateOf(key);
      if (key.job === 'tasks.follow') expect(state).toBe('unknown');
      else if (key.job === 'translation.prepare') expect(state).toBe('waiting-children');
      else expect(state).toBe('waiting');
    }
  });

  it('all of it, however much it is', async () => {
    const many = 2_503;
    await newsroom.transactions.run(async (tx) => {
      const at = newsroom.clock.now();
      for (let begun = 0; begun < many; begun += 500) {
        const some = Array.from({ length: Math.min(500, many - begun) }, () => [newId(), at]);
        await tx.query(
          `INSERT INTO ledger_job (entry_id, job, created_at)
           VALUES ${some.map(() => "(?, 'notifications.fan-out', ?)").join(', ')}`,
          some.flat(),
        );
      }
    });
    expect(await newsroom.sweep.pass(0)).toBe(many);
    expect(await newsroom.pending()).toBe(many);
    expect(await newsroom.sweep.pass(0)).toBe(0);
  });

  it('the child that was lost of a flow comes back to its parent', async () => {
    const keys = await approved();
    await enqueue(keys);
    const child = keys.find(({ part }) => part === 'km');
    if (!child) throw new Error('no child');
    const { job, entryId, part } = child;
    await newsroom.queues.queue('translation').remove(ledgerJobId(job, entryId, part));
    expect(await stateOf(child)).toBe('unknown');
    expect(await newsroom.sweep.pass(0)).toBe(1);
    expect(await Promise.all(keys.map(stateOf))).not.toContain('unknown');
    expect(await newsroom.pending()).toBe(5);
  });
});

describe('the sweep', () => {
  it('leaves alone what is queued, and what is too young to be missed', async () => {
    const keys = await approved();
    expect(await newsroom.sweep.pass(10_000)).toBe(0);
    expect(await newsroom.pending()).toBe(0);
    newsroom.clock.advance(10_000);
    expect(await newsroom.sweep.pass(10_000)).toBe(keys.length);
    expect(await newsroom.sweep.pass(10_000)).toBe(0);
  });

  it('queues again what Redis holds as done while the database still waits for it', async () => {
    const [key] = await newsroom.happens('account.enabled', {}, [
      { job: 'notifications.fan-out', part: '' },
    ]);
    if (!key) throw new Error('no job');
    await enqueue([key]);
    const forgetful = new Worker('notifications', () => Promise.resolve(), {
      connection: workerOptions(newsroom.redis.url),
      prefix: newsroom.prefix,
    });
    await eventually(async () => expect(await stateOf(key)).toBe('completed'));
    await forgetful.close();
    expect(await newsroom.sweep.pass(0)).toBe(1);
    expect(await stateOf(key)).toBe('waiting');
  });

  it('leaves dead jobs to people', async () => {
    const [key] = await newsroom.happens('account.enabled', {}, [
      { job: 'webhooks.fan-out', part: '' },
    ]);
    await change(
      newsroom.database.dataSource,
      `UPDATE ledger_job SET state = 'dead' WHERE entry_id = ?`,
      [key?.entryId],
    );
    expect(await newsroom.sweep.pass(0)).toBe(0);
    expect(await newsroom.pending()).toBe(0);
  });
});
