import { aDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newId, Transactions } from '@desk/database';
import type { Entry } from './entry.js';
import { placeNewEntries } from './place.js';
import { record } from './record.js';
import { blockHash, entriesBetween, sealBlock, verifyLedger, type Block } from './seal.js';

const at = new Date('2026-03-02T03:30:00.123Z');
const hanh = newId();

let database: TestDatabase;
let transactions: Transactions;
beforeEach(async () => {
  database = await aDatabase();
  transactions = new Transactions(database.dataSource);
});
afterEach(() => database.drop());

/** Something happens, in a transaction of its own. */
const happens = (title: string): Promise<string> =>
  transactions.run((tx) =>
    record(tx, at, hanh, 'article.created', { articleId: newId(), language: 'vi' }, { title }),
  );
const place = (limit = 100): Promise<Entry[]> =>
  transactions.run((tx) => placeNewEntries(tx, limit));
const seal = (): Promise<Block | null> => transactions.run((tx) => sealBlock(tx, at));
const verify = () => verifyLedger(database.dataSource);
const run = (sql: string, ...parameters: unknown[]) => database.dataSource.query(sql, parameters);

/** Three blocks of three entries each. */
async function sealed(): Promise<void> {
  for (const day of ['Hai', 'Ba', 'Tư']) {
    for (const hour of ['sáng', 'trưa', 'chiều']) await happens(`Tin ${hour} thứ ${day}`);
    await place();
    await seal();
  }
}

describe('places', () => {
  it('G: are numbers without gaps, in the order of commits', async () => {
    const late = await transactions.run(async (tx) => {
      const id = await record(tx, at, hanh, 'article.created', {}, { title: 'Viết trước' });
      await happens('Xong trước');
      await place();
      return id;
    });
    await happens('Xong sau');
    await place();
    const found: { id: string; place: string }[] = await run(
      'SELECT id, place FROM ledger_entry ORDER BY place',
    );
    expect(found.map((one) => Number(one.place))).toEqual([1, 2, 3]);
    expect(found[1]?.id).toBe(late);
  });

  it('are given once, whoever gives them and however many do', async () => {
    for (let n = 0; n < 40; n += 1) await happens(`Tin ${n}`);
    const placed = (await Promise.all([1, 2, 3, 4].map(() => place(25)))).flat();
    while ((await place(25)).length > 0);
    expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
    const [{ n, last }] = await run(
      'SELECT COUNT(place) AS n, MAX(place) AS last FROM ledger_entry',
    );
    expect([Number(n), Number(last)]).toEqual([40, 40]);
  });

  it('nothing that was rolled back has one', async () => {
    await expect(
      transactions.run(async (tx) => {
        await record(tx, at, hanh, 'article.created', {}, { title: 'Không thành' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await place()).toEqual([]);
  });
});

describe('sealing', () => {
  it('closes blocks one after the other, and nothing twice', async () => {
    await sealed();
    const blocks: Record<string, unknown>[] = await run('SELECT * FROM ledger_block');
    expect(blocks.map((one) => [one.first_place, one.last_place].map(Number))).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
    ]);
    expect(blocks.map((one) => one.previous_hash)).toEqual([
      '0'.repeat(64),
      blocks[0]?.hash,
      blocks[1]?.hash,
    ]);
    expect(await seal()).toBeNull();
    expect(await verify()).toEqual({ blocks: 3, entries: 9, breaks: [] });
  });

  it('by two at once closes each entry in one block', async () => {
    for (let n = 0; n < 10; n += 1) await happens(`Tin ${n}`);
    await place();
    const both = await Promise.all([seal(), seal(), seal()]);
    expect(both.filter((block) => block !== null)).toHaveLength(1);
    expect(await verify()).toEqual({ blocks: 1, entries: 10, breaks: [] });
  });

  it('leaves out what has no place yet', async () => {
    await happens('Chưa có chỗ');
    expect(await seal()).toBeNull();
    expect(await verify()).toEqual({ blocks: 0, entries: 0, breaks: [] });
  });
});

describe('G: what was done cannot be altered unseen', () => {
  beforeEach(sealed);

  const all = 'fact at actor_id request_id trace_parent section_id article_id edition_id language';
  const columns = [...all.split(' '), 'revision_id', 'revision_hash', 'subject_id', 'payload'];
  const forged: Record<string, unknown> = {
    fact: 'edition.created',
    at: new Date(at.getTime() + 1),
    language: 'km',
    payload: '{"title":"Tin trua thứ Ba"}',
    request_id: 'khac',
    trace_parent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    revision_hash: 'f'.repeat(64),
  };

  it.each(columns)('an entry whose %s was changed is found', async (column) => {
    await run(`UPDATE ledger_entry SET ${column} = ? WHERE place = 5`, forged[column] ?? newId());
    expect((await verify()).breaks).toEqual([{ block: 2, what: 'hash' }]);
  });

  it.each([
    ['fact', 'edition.burnt'],
    ['payload', '[]'],
    ['payload', '"chữ"'],
  ])('also when its %s is now one that nobody knows: %s', async (column, value) => {
    await run(`UPDATE ledger_entry SET ${column} = ? WHERE place = 5`, value);
    expect((await verify()).breaks).toEqual([{ block: 2, what: 'hash' }]);
  });

  it('every column but the relay’s own mark is under the seal', async () => {
    const found: { name: string }[] = await run(
      `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'ledger_entry'`,
    );
    const names = found.map(({ name }) => name).sort();
    expect(names).toEqual([...columns, 'id', 'place', 'dispatched_at'].sort());
    await run('UPDATE ledger_entry SET dispatched_at = ?', at);
    expect((await verify()).breaks).toEqual([]);
  });

  it('an entry that was taken out is found', async () => {
    await run('DELETE FROM ledger_entry WHERE place = 5');
    expect((await verify()).breaks).toEqual([{ block: 2, what: 'entries' }]);
  });

  it('also when those after it were moved up', async () => {
    await run('DELETE FROM ledger_entry WHERE place = 5');
    await run('UPDATE ledger_entry SET place = place - 1 WHERE place > 5 ORDER BY place');
    expect((await verify()).breaks).toEqual([
      { block: 2, what: 'hash' },
      { block: 3, what: 'entries' },
    ]);
  });

  it('an entry that was put in between is found', async () => {
    await run('UPDATE ledger_entry SET place = place + 1 WHERE place >= 5 ORDER BY place DESC');
    const id = await happens('Chèn vào');
    await run('UPDATE ledger_entry SET place = 5 WHERE id = ?', id);
    const { breaks } = await verify();
    expect(breaks).toEqual([
      { block: 2, what: 'hash' },
      { block: 3, what: 'hash' },
    ]);
  });

  it('an entry that was put before the first is found', async () => {
    const id = await happens('Chèn vào đầu');
    await run('UPDATE ledger_entry SET place = 0 WHERE id = ?', id);
    expect((await verify()).breaks).toEqual([{ block: 0, what: 'entries' }]);
  });

  it('entries that changed places are found', async () => {
    await run('UPDATE ledger_entry SET place = 99 WHERE place = 4');
    await run('UPDATE ledger_entry SET place = 4 WHERE place = 5');
    await run('UPDATE ledger_entry SET place = 5 WHERE place = 99');
    expect((await verify()).breaks).toEqual([{ block: 2, what: 'hash' }]);
  });

  it('a block that was sealed anew does not fit the next', async () => {
    await run(`UPDATE ledger_entry SET actor_id = ? WHERE place = 5`, newId());
    await forge(2, 4, 6);
    expect((await verify()).breaks).toEqual([{ block: 3, what: 'chain' }]);
  });

  it.each([1, 2])('a block that was taken out is found: %d', async (number) => {
    await run('DELETE FROM ledger_block WHERE number = ?', number);
    const { breaks } = await verify();
    expect(breaks).toContainEqual({ block: number + 1, what: 'gap' });
  });

  it('the last block is missed too, with its entries or without', async () => {
    await run('DELETE FROM ledger_block WHERE number = 3');
    expect((await verify()).breaks).toEqual([{ block: 3, what: 'gap' }]);
    await run('DELETE FROM ledger_entry WHERE place > 6');
    expect((await verify()).breaks).toEqual([{ block: 3, what: 'gap' }]);
  });

  it('what is taken out before it is sealed leaves its place empty', async () => {
    for (const title of ['Một', 'Hai']) await happens(title);
    await place();
    await run('DELETE FROM ledger_entry WHERE place = 10');
    await seal();
    expect((await verify()).breaks).toEqual([{ block: 4, what: 'gap' }]);
  });

  it('goes on from a broken block and finds what else is wrong', async () => {
    await run(`UPDATE ledger_entry SET language = 'km' WHERE place IN (2, 8)`);
    await happens('Tin sau đó');
    await place();
    await seal();
    expect(await verify()).toEqual({
      blocks: 4,
      entries: 10,
      breaks: [
        { block: 1, what: 'hash' },
        { block: 3, what: 'hash' },
      ],
    });
  });
});

/** What a forger does who knows how hashes are made: seals the block over what now stands. */
async function forge(number: number, first: number, last: number): Promise<void> {
  const [{ previousHash }] = await run(
    'SELECT previous_hash AS previousHash FROM ledger_block WHERE number = ?',
    number,
  );
  const entries = await entriesBetween(database.dataSource, first, last);
  const hash = blockHash(previousHash, entries);
  await run('UPDATE ledger_block SET hash = ? WHERE number = ?', hash, number);
}
