import { z } from 'zod';
import { change, newId, rows, wholeNumber } from '@desk/database';
import { DeadLetters, jobs, JobQueues, type LedgerJobName } from '@desk/queues';
import { eventually } from '../../../test/support/eventually.js';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.js';
import { WorkingNewsroom } from '../../../test/support/working-newsroom.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { JobRunner } from './jobs/job.runner.js';
import { LedgerJobRunner } from './jobs/ledger-job.runner.js';

let newsroom: WorkingNewsroom;

beforeAll(async () => {
  newsroom = await WorkingNewsroom.open();
});
afterEach(() => {
  newsroom.mailbox.mails.length = 0;
  newsroom.mailbox.refusals.length = 0;
});
afterAll(() => newsroom.close());

const sql = () => newsroom.database.dataSource;
const reopened = (accountId: string) =>
  newsroom.happens('account.enabled', { subjectId: accountId }, {});
const jobOf = async (entryId: string, job: LedgerJobName) => {
  const [found] = await rows(
    sql(),
    z.object({ state: z.string(), attempts: wholeNumber }),
    'SELECT state, attempts FROM ledger_job WHERE entry_id = ? AND job = ?',
    [entryId, job],
  );
  return found;
};

describe('every job', () => {
  it('has one handler', () => {
    const { ledger, plain } = newsroom.worker.get(JobHandlers);
    const handled = [...Object.keys(ledger), ...Object.keys(plain)];
    expect(handled.toSorted()).toEqual(Object.keys(jobs).toSorted());
  });

  it('without a handler, or with two, keeps the worker from starting', () => {
    const { ledger, plain } = newsroom.worker.get(JobHandlers);
    const runner = newsroom.worker.get(LedgerJobRunner);
    const start = (handlers: JobHandlers) => new JobRunner(runner, handlers).onModuleInit();
    const twice = { ...plain, 'tasks.follow': () => Promise.resolve() };
    expect(() => start({ ledger, plain: twice })).toThrow('the job tasks.follow has 2 handlers');
    const without = { ...plain };
    Reflect.deleteProperty(without, 'email.deliver');
    expect(() => start({ ledger, plain: without })).toThrow('the job email.deliver has 0 handlers');
    const unknown = { ...plain, 'coffee.make': () => Promise.resolve() };
    expect(() => start({ ledger, plain: unknown })).toThrow(
      'coffee.make, which is no declared job',
    );
  });
});

describe('from a ledger entry', () => {
  it('an e-mail arrives', async () => {
    const { id, email } = await newsroom.person('Trần Thị Hạnh', 'writer');
    const entryId = await reopened(id);
    await eventually(() => expect(newsroom.mailbox.of(email)).toHaveLength(1));
    expect(newsroom.mailbox.of(email)[0]?.subject).toBe('Hệ thống đã mở lại tài khoản của bạn.');
    expect(await jobOf(entryId, 'notifications.fan-out')).toEqual({ state: 'done', attempts: 1 });
    await eventually(async () => {
      const [sent] = await rows(
        sql(),
        z.object({ state: z.string(), requestId: z.string() }),
        'SELECT state, request_id AS requestId FROM email WHERE account_id = ?',
        [id],
      );
      expect(sent).toEqual({ state: 'sent', requestId: entryId });
    });
  });

  it('a webhook hears, and is called again when it fails', async () => {
    const receiver = await WebhookReceiver.open();
    try {
      receiver.answers.push(503);
      await change(
        sql(),
        `INSERT INTO webhook (id, url, secret, facts, created_by, created_at)
         VALUES (?, ?, ?, '[]', ?, NOW(3))`,
        [newId(), receiver.url, `whsec_${Buffer.alloc(32, 7).toString('base64')}`, newId()],
      );
      await newsroom.happens('release.failed', { subjectId: newId() }, { reason: 'x.y' });
      await eventually(() => expect(receiver.received).toHaveLength(2), 15_000);
      expect(new Set(receiver.ids).size).toBe(1);
    } finally {
      await change(sql(), 'DELETE FROM webhook');
      await receiver.close();
    }
  });
});

describe('a job that fails', () => {
  it('is tried again after a pause, and has its effect once', async () => {
    const { id, email } = await newsroom.person('Kim Sơn', 'writer');
    await sql().query('RENAME TABLE notification_preference TO away');
    const entryId = await reopened(id);
    await eventually(async () => {
      const job = await jobOf(entryId, 'notifications.fan-out');
      expect(job?.attempts).toBeGreaterThan(0);
      expect(job?.state).toBe('waiting');
    });
    await sql().query('RENAME TABLE away TO notification_preference');
    await eventually(() => expect(newsroom.mailbox.of(email)).toHaveLength(1));
    const job = await jobOf(entryId, 'notifications.fan-out');
    expect(job?.state).toBe('done');
    expect(job?.attempts).toBeGreaterThan(1);
  });

  it('for good is a dead letter: administrators are told, and it can be sent again', async () => {
    const { email } = await newsroom.person('Danh Sa Vuth', 'administrator');
    const entryId = await newsroom.happens(
      'edition.approved',
      { articleId: newId(), editionId: newId(), revisionId: newId() },
      { languages: ['km'], urgent: false },
    );
    await eventually(() =>
      expect(newsroom.mailbox.of(email).map(({ subject }) => subject)).toEqual([
        expect.stringContaining('translation.prepare-edition'),
      ]),
    );
    const deadLetters = newsroom.worker.get(DeadLetters);
    const [dead] = await deadLetters.list(10);
    expect(dead).toMatchObject({ entryId, job: 'translation.prepare-edition', part: 'km' });
    const key = { entryId, job: 'translation.prepare-edition', part: 'km' } as const;
    await deadLetters.resend(newId(), key);
    await eventually(() => expect(newsroom.mailbox.of(email)).toHaveLength(2));
    expect(await deadLetters.list(10)).toMatchObject([key]);
  });

  it('in one e-mail holds up no other', async () => {
    const [first, second] = [
      await newsroom.person('Lan', 'writer'),
      await newsroom.person('Minh', 'writer'),
    ];
    newsroom.mailbox.refusals.push({ at: 'recipient', code: 451 });
    await reopened(first.id);
    await reopened(second.id);
    await eventually(() => expect(newsroom.mailbox.mails.length).toBeGreaterThan(0));
    await eventually(() => expect(newsroom.mailbox.mails).toHaveLength(2), 15_000);
  });
});

describe('guarantee B', () => {
  it('when Redis loses everything, everybody is told all the same, once', async () => {
    const people = [];
    for (let number = 0; number < 30; number += 1) {
      people.push(await newsroom.person(`Người ${number}`, 'writer'));
    }
    for (const [index, { id }] of people.entries()) {
      await reopened(id);
      if (index % 10 === 5) await newsroom.redis.forgetAll();
    }
    await newsroom.redis.forgetAll();
    await eventually(() => expect(newsroom.mailbox.mails.length).toBeGreaterThanOrEqual(30));
    for (const { email } of people) expect(newsroom.mailbox.of(email)).toHaveLength(1);
  });

  it('what happened while no worker ran is told by the next one', async () => {
    const { id, email } = await newsroom.person('Thạch Thị Mai', 'writer');
    await newsroom.worker.close();
    await reopened(id);
    await newsroom.begin();
    await eventually(() => expect(newsroom.mailbox.of(email)).toHaveLength(1));
  });

  it('a worker that is asked to stop finishes what it has begun', async () => {
    const { id, email } = await newsroom.person('Sơn Thị Sa Rây', 'writer');
    newsroom.mailbox.stall(true);
    await reopened(id);
    await eventually(() => expect(newsroom.mailbox.stalled).toBe(1));
    const closing = newsroom.worker.close();
    await new Promise((resume) => setTimeout(resume, 500));
    newsroom.mailbox.stall(false);
    await closing;
    expect(newsroom.mailbox.of(email)).toHaveLength(1);
    const [mail] = await rows(
      sql(),
      z.object({ state: z.string() }),
      'SELECT state FROM email WHERE account_id = ?',
      [id],
    );
    expect(mail).toEqual({ state: 'sent' });
    await newsroom.begin();
  });
});

it('keeps failed tries of what is due in its table for a while only', async () => {
  const queue = newsroom.worker.get(JobQueues).queue('email');
  await newsroom.worker.get(JobQueues).add('email.deliver', 'not-a-payload', { emailId: 'none' });
  await eventually(async () => expect(await queue.getJobState('not-a-payload')).toBe('failed'));
  const job = await queue.getJob('not-a-payload');
  expect(job?.opts.removeOnFail).toMatchObject({ age: expect.any(Number) });
});
