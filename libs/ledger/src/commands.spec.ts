import { z } from 'zod';
import { newId, rows, SetClock, Transactions } from '@desk/database';
import { Refused } from '@desk/errors';
import { aDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Bell } from './bell.js';
import { AlreadyCarriedOut, Commands } from './commands.service.js';
import { record } from './record.js';
import { inContext } from './request-context.js';

class CountingBell extends Bell {
  rung = 0;
  override ring(): void {
    this.rung += 1;
  }
}

const clock = new SetClock(new Date('2026-03-02T03:30:00Z'));
const bell = new CountingBell();
let database: TestDatabase;
let commands: Commands;
beforeAll(async () => {
  database = await aDatabase();
  commands = new Commands(new Transactions(database.dataSource), clock, bell);
});
afterAll(() => database.drop());

const accountId = newId();
const once = (key: string, requestHash = 'a'.repeat(64), of = accountId) => ({
  requestId: 'yeu-cau-1',
  once: { accountId: of, key, requestHash },
});
/** Begins an article of this title; the ledger tells how often it happened. */
const begin = (title: string): Promise<{ title: string }> =>
  commands.run(async (tx, at) => {
    await record(tx, at, accountId, 'article.created', {}, { title });
    return { title };
  });
async function timesBegun(title: string): Promise<number> {
  const found = await rows(
    database.dataSource,
    z.object({ id: z.uuid() }),
    `SELECT id FROM ledger_entry WHERE JSON_VALUE(payload, '$.title') = ?`,
    [title],
  );
  return found.length;
}
const kept = (key: string) =>
  rows(
    database.dataSource,
    z.object({ requestHash: z.string(), response: z.string() }),
    `SELECT request_hash AS requestHash, response FROM idempotent_request
     WHERE idempotency_key = ?`,
    [key],
  );

describe('a command', () => {
  it('is kept with its entries, at the time of the newsroom, and the relay is told', async () => {
    const before = bell.rung;
    await begin('Lũ đầu nguồn');
    expect(bell.rung).toBe(before + 1);
    expect(await timesBegun('Lũ đầu nguồn')).toBe(1);
  });

  it('that fails leaves nothing, and nobody is told', async () => {
    const before = bell.rung;
    const failing = commands.run(async (tx, at) => {
      await record(tx, at, accountId, 'article.created', {}, { title: 'Không thành' });
      throw new Refused('edition.not_writable');
    });
    await expect(failing).rejects.toMatchObject({ code: 'edition.not_writable' });
    expect(await timesBegun('Không thành')).toBe(0);
    expect(bell.rung).toBe(before);
  });

  it('records under the request that it belongs to', async () => {
    await inContext({ requestId: 'yeu-cau-7' }, () => begin('Của một yêu cầu'));
    const [entry] = await rows(
      database.dataSource,
      z.object({ requestId: z.string() }),
      `SELECT request_id AS requestId FROM ledger_entry
       WHERE JSON_VALUE(payload, '$.title') = 'Của một yêu cầu'`,
    );
    expect(entry?.requestId).toBe('yeu-cau-7');
  });
});

describe('a command that is to act once', () => {
  it('acts once under its key, and keeps its answer', async () => {
    await inContext(once('k1'), () => begin('Chỉ một lần'));
    await expect(inContext(once('k1'), () => begin('Chỉ một lần'))).rejects.toThrow(
      AlreadyCarriedOut,
    );
    expect(await timesBegun('Chỉ một lần')).toBe(1);
    expect(await kept('k1')).toEqual([
      { requestHash: 'a'.repeat(64), response: '{"title":"Chỉ một lần"}' },
    ]);
  });

  it('keeps the first answer when another request comes under its key', async () => {
    await inContext(once('k2'), () => begin('Yêu cầu này'));
    await expect(
      inContext(once('k2', 'b'.repeat(64)), () => begin('Yêu cầu khác')),
    ).rejects.toThrow(AlreadyCarriedOut);
    expect(await timesBegun('Yêu cầu khác')).toBe(0);
    expect((await kept('k2')).map(({ requestHash }) => requestHash)).toEqual(['a'.repeat(64)]);
  });

  it.each([1, 2, 3])('acts once when it is sent many times at once (%d)', async (round) => {
    const title = `Cùng lúc ${round}`;
    const all = await Promise.allSettled(
      [1, 2, 3, 4, 5].map(() => inContext(once(`k3-${round}`), () => begin(title))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of all) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(AlreadyCarriedOut);
    }
    expect(await timesBegun(title)).toBe(1);
  });

  it('may be tried again when it failed', async () => {
    const failing = inContext(once('k4'), () =>
      commands.run(() => Promise.reject(new Refused('edition.not_writable'))),
    );
    await expect(failing).rejects.toMatchObject({ code: 'edition.not_writable' });
    await inContext(once('k4'), () => begin('Lần thứ hai'));
    expect(await timesBegun('Lần thứ hai')).toBe(1);
  });

  it('is apart from another person’s under the same key', async () => {
    await inContext(once('k5'), () => begin('Của Hạnh'));
    await inContext(once('k5', 'a'.repeat(64), newId()), () => begin('Của Minh'));
    expect([await timesBegun('Của Hạnh'), await timesBegun('Của Minh')]).toEqual([1, 1]);
  });

  it('has null for an answer that says nothing', async () => {
    await inContext(once('k6'), () => commands.run(() => Promise.resolve(undefined)));
    expect(await kept('k6')).toMatchObject([{ response: 'null' }]);
  });
});
