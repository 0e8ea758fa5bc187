import { rows } from '@desk/database';
import { z } from 'zod';
import {
  market,
  marketInEnglish,
  SuggestingNewsroom,
} from '../../../../test/support/engines/suggesting-newsroom.js';
import { eventually } from '../../../../test/support/eventually.js';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { Engines } from './engines.service.js';
import { claimOrder, dueSuggestions, suggestionOrder } from './suggestion-orders.queries.js';
import { Suggestions } from './suggestions.service.js';

let newsroom: SuggestingNewsroom;
beforeAll(async () => {
  newsroom = await SuggestingNewsroom.open();
});
beforeEach(() => newsroom.forget());
afterAll(() => newsroom.close());

describe('whoever answers for the engine', () => {
  it('sees how it is', async () => {
    const { desk } = newsroom;
    const look = async () => (await desk.get(Engines).list(await desk.managingEditor()))[0];
    const fresh = { state: 'ready', characters: 0, lastTrouble: null, answeredAt: null };
    expect(await look()).toMatchObject(fresh);
    newsroom.served.server.next.push(newsroom.served.server.protocol.errors.quota());
    await newsroom.prepared();
    await newsroom.worksOff();
    expect(await look()).toMatchObject({
      state: 'resting',
      breaker: { state: 'open', failures: 1 },
      lastTrouble: { kind: 'quota', detail: 'HTTP 403, 403001', at: desk.clock.now() },
    });
    desk.clock.advance(30 * 60_000);
    expect(await look()).toMatchObject({ state: 'ready', breaker: { state: 'half_open' } });
    const month = desk.clock.now().toISOString().slice(0, 7);
    await desk.sql.query("REPLACE INTO engine_usage VALUES ('azure', ?, 1000, 7)", [month]);
    expect(await look()).toMatchObject({ state: 'budget_used_up', month, requests: 7 });
    await expect(desk.get(Engines).list(await desk.translator())).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('a process that ends', () => {
  it('without a word leaves its order to another', async () => {
    const { desk } = newsroom;
    const editionId = await newsroom.prepared();
    const [due] = await dueSuggestions(desk.sql, desk.clock.now(), 10);
    const order = await suggestionOrder(desk.sql, due?.id ?? '');
    if (!order) throw new Error('there is no order');
    const at = desk.clock.now();
    expect(await claimOrder(desk.sql, order, at, new Date(at.getTime() + 60_000))).toBe(true);
    expect(await newsroom.worksOff()).toBe(0);
    desk.clock.advance(60_000);
    expect(await newsroom.worksOff()).toBe(1);
    expect((await newsroom.translating.sheet(editionId))[0]).toMatchObject({ origin: 'engine' });
  });

  it('waits for no engine, and leaves the rest for another', async () => {
    const own = await TranslatingNewsroom.open({ ...newsroom.served.settings, timeoutMs: 60_000 });
    const { desk } = own;
    const { editionId } = await own.prepare(await own.source(market), 'en');
    const [due] = await dueSuggestions(desk.sql, desk.clock.now(), 10);
    newsroom.served.server.next.push('hang');
    const { length } = newsroom.served.server.asked;
    const working = desk.get(Suggestions).fulfil(due?.id ?? '');
    await eventually(() => expect(newsroom.served.server.asked.length).toBeGreaterThan(length));
    desk.get(Suggestions).onModuleDestroy();
    await working;
    const translator = await desk.translator();
    expect((await own.segments.sheet(translator, editionId)).suggestions).toMatchObject({
      state: 'waiting',
      missing: 3,
      reason: 'timeout',
    });
    await own.close();
  });
});

describe('without an answer', () => {
  it('preparation goes on, says why, and asks again later', async () => {
    const { desk } = newsroom;
    newsroom.served.server.next.push('drop');
    const editionId = await newsroom.prepared();
    await newsroom.worksOff();
    expect((await newsroom.sheet(editionId)).suggestions).toMatchObject({
      state: 'waiting',
      suggested: 0,
      missing: 3,
      reason: 'unreachable',
    });
    expect(await newsroom.worksOff()).toBe(0);
    await newsroom.confirms(editionId, 0, 'Cai Rang market');
    desk.clock.advance(60_000);
    expect(await newsroom.worksOff()).toBe(1);
    expect((await newsroom.sheet(editionId)).suggestions).toMatchObject({
      state: 'done',
      suggested: 2,
      missing: 0,
      reason: null,
    });
  });

  it('asks no more after some hours', async () => {
    const { desk } = newsroom;
    const editionId = await newsroom.prepared();
    for (let hour = 0; hour < 12; hour += 1) {
      newsroom.served.server.next.splice(0, 100, 'drop', 'drop');
      await newsroom.worksOff();
      desk.clock.advance(4 * 3_600_000 + 1);
      await desk.sql.query('DELETE FROM engine_breaker');
    }
    newsroom.served.server.next.length = 0;
    const orders = await rows(
      desk.sql,
      z.object({ state: z.string(), attempts: z.int(), reason: z.string() }),
      'SELECT state, attempts, reason FROM suggestion_order WHERE edition_id = ?',
      [editionId],
    );
    expect(orders).toEqual([{ state: 'done', attempts: 6, reason: 'unreachable' }]);
  });

  it('says when the budget is used up, and does not ask again', async () => {
    const { desk } = newsroom;
    const month = desk.clock.now().toISOString().slice(0, 7);
    await desk.sql.query(
      'INSERT INTO engine_usage (engine, month, characters) VALUES (?, ?, 990)',
      ['azure', month],
    );
    const editionId = await newsroom.prepared();
    await newsroom.worksOff();
    expect((await newsroom.sheet(editionId)).suggestions).toMatchObject({
      state: 'done',
      reason: 'budget',
    });
    expect((await newsroom.translating.sheet(editionId)).map(({ origin }) => origin)).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  it('says so where no engine is set up', async () => {
    const without = await TranslatingNewsroom.open();
    const { editionId } = await without.prepare(await without.source(market), 'en');
    const { desk } = without;
    expect(await dueSuggestions(desk.sql, desk.clock.now(), 10)).toEqual([]);
    const translator = await desk.translator();
    expect((await without.segments.sheet(translator, editionId)).suggestions).toEqual({
      state: 'done',
      engine: null,
      suggested: 0,
      missing: 3,
      reason: 'no_engine',
    });
    await without.close();
  });

  it('nothing is asked of a source that has moved on', async () => {
    const source = await newsroom.translating.source(market);
    const { editionId } = await newsroom.translating.prepare(source, 'en');
    const [old] = await dueSuggestions(newsroom.desk.sql, newsroom.desk.clock.now(), 10);
    await newsroom.translating.prepare(
      await newsroom.translating.changed(source.id, { ...market, title: 'Chợ' }),
      'en',
    );
    await newsroom.desk.get(Suggestions).fulfil(old?.id ?? '');
    expect((await newsroom.translating.sheet(editionId)).every(({ target }) => target === '')).toBe(
      true,
    );
    await newsroom.worksOff();
    expect((await newsroom.translating.sheet(editionId))[1]?.target).toBe(marketInEnglish[1]);
  });
});
