import { newId } from '@desk/database';
import { approvedSourceJobs, QueueingNewsroom } from '../../../test/support/queueing-newsroom.js';
import { enqueueLedgerJobs } from './enqueue-ledger-jobs.js';
import { ledgerJobId } from './job-options.js';
import { jobs, jobsOf, ledgerJobs, queueNames } from './jobs.js';
import { finish, jobsOfEntries, plan, type LedgerJobKey } from './ledger-jobs.queries.js';

let newsroom: QueueingNewsroom;
beforeAll(async () => {
  newsroom = await QueueingNewsroom.open();
});
afterAll(() => newsroom.close());
beforeEach(() => newsroom.redis.forgetAll());

const approved = (): Promise<LedgerJobKey[]> =>
  newsroom.happens('edition.approved', { languages: ['en', 'km'], urgent: false }, [
    ...approvedSourceJobs,
  ]);
const enqueue = (keys: readonly LedgerJobKey[]) =>
  enqueueLedgerJobs(newsroom.queues, newsroom.flows, keys);
const stateOf = ({ job, entryId, part }: LedgerJobKey) =>
  newsroom.queues.queue(jobs[job].queue).getJobState(ledgerJobId(job, entryId, part));

describe('the jobs of an entry', () => {
  it('are queued once each, however often they are handed over', async () => {
    const keys = await approved();
    await enqueue(keys);
    expect(await newsroom.pending()).toBe(5);
    await enqueue(keys);
    await Promise.all([enqueue(keys), enqueue([...keys].reverse())]);
    expect(await newsroom.pending()).toBe(5);
  });

  it('are a flow: the article waits for its languages, and nothing else waits', async () => {
    const keys = await approved();
    await enqueue(keys);
    await enqueue(keys);
    expect(await Promise.all(keys.map(stateOf))).toEqual([
      'waiting-children',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
    const [parent] = keys;
    const queue = newsroom.queues.queue('translation');
    const job = await queue.getJob(ledgerJobId('translation.prepare', parent?.entryId ?? ''));
    expect(await job?.getDependenciesCount()).toMatchObject({ unprocessed: 2 });
  });

  it('carry ids and nothing else', async () => {
    const keys = await approved();
    await enqueue(keys);
    for (const { job, entryId, part } of keys) {
      const id = ledgerJobId(job, entryId, part);
      const queued = await newsroom.queues.queue(jobs[job].queue).getJob(id);
      expect(queued?.data).toEqual({ entryId, part });
      expect(jobs[job].payload.parse(queued?.data)).toEqual({ entryId, part });
      expect(queued?.opts.attempts).toBe(jobs[job].attempts);
    }
  });

  it('of a child alone go without the parent that is done already', async () => {
    const keys = await approved();
    const child = keys.filter(({ part }) => part === 'km');
    await enqueue(child);
    expect(await Promise.all(child.map(stateOf))).toEqual(['waiting']);
    expect(await newsroom.pending()).toBe(1);
  });
});

describe('the jobs in the database', () => {
  it('are written down once', async () => {
    const keys = await approved();
    await newsroom.transactions.run((tx) => plan(tx, keys, newsroom.clock.now()));
    expect(
      await jobsOfEntries(newsroom.database.dataSource, [keys[0]?.entryId ?? '']),
    ).toHaveLength(5);
  });

  it('are done once, also by two at the same time', async () => {
    const [key] = await approved();
    if (!key) throw new Error('no job');
    const done = await Promise.all(
      [1, 2, 3].map(() => newsroom.transactions.run((tx) => finish(tx, key, newsroom.clock.now()))),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  it('are not done when their effect is not', async () => {
    const [key] = await approved();
    if (!key) throw new Error('no job');
    const failing = newsroom.transactions.run(async (tx) => {
      await finish(tx, key, newsroom.clock.now());
      throw new Error('the effect fails');
    });
    await expect(failing).rejects.toThrow('the effect fails');
    const [stored] = await jobsOfEntries(newsroom.database.dataSource, [key.entryId]);
    expect(stored).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});

describe('job ids', () => {
  it('are such as BullMQ takes, and apart for each job, entry and part', () => {
    const entryId = newId();
    const ids = ledgerJobs.flatMap((job) => [
      ledgerJobId(job, entryId),
      ledgerJobId(job, entryId, 'km'),
      ledgerJobId(job, newId()),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z-]+_[0-9a-f-]{36}(_km)?$/);
  });
});

it('every job has a queue of its own list, and every queue a job', () => {
  expect(queueNames.flatMap(jobsOf).sort()).toEqual(Object.keys(jobs).sort());
  for (const name of queueNames) expect(jobsOf(name).length).toBeGreaterThan(0);
});
