import { rows } from '@desk/database';
import { z } from 'zod';
import { everyEngine, type ServedEngine } from '../../../../test/support/engines/every-engine.js';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import { Concepts } from '../glossary/index.js';
import { TaskExports, TaskImports } from '../task-files/index.js';
import { MachineTranslation } from './machine-translation.service.js';
import { dueSuggestions } from './suggestion-orders.queries.js';
import { Suggestions } from './suggestions.service.js';

let served: ServedEngine;
let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  served = await everyEngine.azure();
  newsroom = await TranslatingNewsroom.open({ ...served.settings, monthlyCharacters: 1_000 });
  newsroom.desk.get(MachineTranslation).patience = {
    tries: 1,
    firstPauseMs: 1,
    longestPauseMs: 1_000,
  };
});
afterAll(async () => {
  await newsroom.close();
  await served.server.close();
});
beforeEach(async () => {
  const { sql } = newsroom.desk;
  await sql.query('DELETE FROM engine_cache');
  await sql.query('DELETE FROM engine_breaker');
  await sql.query('DELETE FROM engine_usage');
  await sql.query('DELETE FROM suggestion_order');
});

const market = {
  title: 'Chợ nổi Cái Răng',
  paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát.'],
};
const english = [
  'Cai Rang floating market',
  'The market opens at 5 a.m.',
  'Boats lie side by side.',
];

/** Does what is due, as the worker does. */
async function worksOff(): Promise<number> {
  const { desk } = newsroom;
  const due = await dueSuggestions(desk.sql, desk.clock.now(), 100);
  for (const { id } of due) await desk.get(Suggestions).fulfil(id);
  return due.length;
}
const prepared = async (text = market) =>
  (await newsroom.prepare(await newsroom.source(text), 'en')).editionId;
const whole = async (editionId: string) =>
  newsroom.segments.sheet(await newsroom.desk.translator(), editionId);
const save = async (editionId: string, at: number, target: string) => {
  const segment = (await newsroom.sheet(editionId))[at];
  const text = { target, status: 'confirmed' } as const;
  const translator = await newsroom.desk.translator();
  return newsroom.segments.save(translator, segment?.id ?? '', segment?.version ?? 0, text);
};

describe('suggestions', () => {
  it('fill what nobody has touched, marked as such, and count for nothing until confirmed', async () => {
    const editionId = await prepared();
    expect((await whole(editionId)).suggestions).toEqual({
      state: 'waiting',
      engine: 'azure',
      suggested: 0,
      missing: 3,
      reason: null,
    });
    expect(await worksOff()).toBe(1);
    const sheet = await whole(editionId);
    expect(sheet).toMatchObject({ total: 3, confirmed: 0 });
    expect(sheet.items.map(({ target }) => target)).toEqual(english);
    for (const one of sheet.items) {
      expect(one).toMatchObject({
        status: 'draft',
        origin: 'engine',
        engine: 'azure',
        editedBy: null,
      });
    }
    expect(sheet.suggestions).toMatchObject({
      state: 'done',
      suggested: 3,
      missing: 0,
      reason: null,
    });
    const [told] = (await newsroom.desk.entries('translation.suggested')).slice(-1);
    expect(told).toMatchObject({ editionId, payload: { engine: 'azure', segments: 3 } });

    await save(editionId, 1, english[1] ?? '');
    await expect(newsroom.desk.submit(editionId)).rejects.toMatchObject({
      code: 'translation.segments_open',
    });
    await newsroom.translate(editionId, (source) => english[0] ?? source);
    expect(await whole(editionId)).toMatchObject({ confirmed: 3 });
    expect((await newsroom.sheet(editionId))[0]).toMatchObject({
      origin: 'person',
      engine: 'azure',
    });
  });

  it('are asked for once, however often the order is looked at', async () => {
    await prepared();
    const { asked } = served.server;
    const before = asked.length;
    const [due] = await dueSuggestions(newsroom.desk.sql, newsroom.desk.clock.now(), 10);
    const suggestions = newsroom.desk.get(Suggestions);
    await Promise.all([1, 2, 3].map(() => suggestions.fulfil(due?.id ?? '')));
    await suggestions.fulfil(due?.id ?? '');
    expect(asked.length - before).toBe(1);
    expect(await worksOff()).toBe(0);
  });

  it('never take what a person wrote meanwhile, nor make their save a conflict', async () => {
    const editionId = await prepared();
    const [, second] = await newsroom.sheet(editionId);
    await save(editionId, 0, 'The floating market of Cai Rang');
    await worksOff();
    expect((await newsroom.sheet(editionId)).map(({ target, origin }) => [target, origin])).toEqual(
      [
        ['The floating market of Cai Rang', 'person'],
        [english[1], 'engine'],
        [english[2], 'engine'],
      ],
    );
    // The translator had opened the segment while it was empty.
    const text = { target: 'It opens at five.', status: 'confirmed' } as const;
    const translator = await newsroom.desk.translator();
    const saved = await newsroom.segments.save(
      translator,
      second?.id ?? '',
      second?.version ?? 0,
      text,
    );
    expect(saved).toMatchObject({ target: 'It opens at five.', origin: 'person' });
  });

  it('are kept over a new source for sentences that stayed, and asked anew for others', async () => {
    const source = await newsroom.source(market);
    const { editionId } = await newsroom.prepare(source, 'en');
    await worksOff();
    const changed = await newsroom.changed(source.id, {
      ...market,
      paragraphs: ['Chợ họp từ 5 giờ sáng. Ghe xuồng đậu san sát tại Sóc Trăng.'],
    });
    await newsroom.prepare(changed, 'en');
    expect((await newsroom.sheet(editionId)).map(({ target, origin }) => [target, origin])).toEqual(
      [
        [english[0], 'engine'],
        [english[1], 'engine'],
        ['', 'none'],
      ],
    );
    await worksOff();
    expect((await newsroom.sheet(editionId))[2]).toMatchObject({
      target: 'Boats lie side by side in Soc Trang.',
      origin: 'engine',
    });
  });

  it('give way to what the memory learns meanwhile', async () => {
    const text = { title: 'Đua ghe ngo hôm nay', paragraphs: ['Chợ nổi Cái Răng vắng khách.'] };
    const source = await newsroom.source(text);
    const { editionId } = await newsroom.prepare(source, 'km');
    await worksOff();
    expect((await newsroom.sheet(editionId)).map(({ origin }) => origin)).toEqual([
      'engine',
      'engine',
    ]);
    const other = await newsroom.source({ ...text, title: 'Chợ hôm nay' });
    const translated = (await newsroom.prepare(other, 'km')).editionId;
    await newsroom.translate(translated, (sentence) => `ប្រយោគ ${sentence}`);
    await newsroom.approve(translated);
    await newsroom.prepare(
      await newsroom.changed(source.id, { ...text, title: 'Đua ghe ngo' }),
      'km',
    );
    expect((await newsroom.sheet(editionId))[1]).toMatchObject({
      origin: 'memory',
      engine: null,
      target: 'ប្រយោគ Chợ nổi Cái Răng vắng khách.',
    });
  });

  it('use the terms of the glossary', async () => {
    await newsroom.desk.get(Concepts).create(await newsroom.desk.managingEditor(), {
      domain: 'bodies',
      note: '',
      source: '',
      terms: [
        { language: 'vi', term: 'Uỷ ban nhân dân', status: 'preferred', note: '' },
        { language: 'en', term: "People's Committee", status: 'preferred', note: '' },
      ],
    });
    const editionId = await prepared({ ...market, title: 'Uỷ ban nhân dân tại Sóc Trăng' });
    await worksOff();
    expect((await newsroom.sheet(editionId))[0]?.target).toBe("People's Committee in Soc Trang");
  });
});

describe.each(['xliff-1.2', 'xliff-2.1'] as const)('a task as %s', (format) => {
  it('tells suggestions as the matches of a machine, and comes back unconfirmed', async () => {
    const source = await newsroom.source(market);
    await newsroom.desk.sql.query(
      `UPDATE revision SET body = JSON_SET(body, '$.content[0].content[0].marks', JSON_ARRAY(JSON_OBJECT('type', 'bold')))
       WHERE id = ?`,
      [source.approvedRevisionId],
    );
    const { editionId } = await newsroom.prepare(source, 'en');
    await worksOff();
    const translator = await newsroom.desk.translator();
    expect((await newsroom.sheet(editionId))[1]?.target).toBe('⟨1⟩The market opens at 5 a.m.⟨/1⟩');
    const { content } = await newsroom.desk.get(TaskExports).write(translator, editionId, format);
    expect(content.match(/type="mt"|extype="x-machine"/g)).toHaveLength(3);
    expect(content).toContain('origin="azure"');
    const preview = await newsroom.desk
      .get(TaskImports)
      .read(translator, editionId, 'task.xlf', Buffer.from(content));
    expect(preview).toMatchObject({ problems: [], counts: { same: 3, replaces: 0, conflict: 0 } });
  });
});

describe('without an answer', () => {
  it('preparation goes on, says why, and asks again later', async () => {
    const { desk } = newsroom;
    served.server.next.push('drop');
    const editionId = await prepared();
    await worksOff();
    expect((await whole(editionId)).suggestions).toMatchObject({
      state: 'waiting',
      suggested: 0,
      missing: 3,
      reason: 'unreachable',
    });
    expect(await worksOff()).toBe(0);
    await save(editionId, 0, 'Cai Rang market');
    desk.clock.advance(60_000);
    expect(await worksOff()).toBe(1);
    expect((await whole(editionId)).suggestions).toMatchObject({
      state: 'done',
      suggested: 2,
      missing: 0,
      reason: null,
    });
  });

  it('asks no more after some hours', async () => {
    const { desk } = newsroom;
    const editionId = await prepared();
    for (let hour = 0; hour < 12; hour += 1) {
      served.server.next.splice(0, 100, 'drop', 'drop');
      await worksOff();
      desk.clock.advance(4 * 3_600_000 + 1);
      await desk.sql.query('DELETE FROM engine_breaker');
    }
    served.server.next.length = 0;
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
    const editionId = await prepared();
    await worksOff();
    expect((await whole(editionId)).suggestions).toMatchObject({ state: 'done', reason: 'budget' });
    expect((await newsroom.sheet(editionId)).map(({ origin }) => origin)).toEqual([
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
    const source = await newsroom.source(market);
    const { editionId } = await newsroom.prepare(source, 'en');
    const [old] = await dueSuggestions(newsroom.desk.sql, newsroom.desk.clock.now(), 10);
    await newsroom.prepare(await newsroom.changed(source.id, { ...market, title: 'Chợ' }), 'en');
    await newsroom.desk.get(Suggestions).fulfil(old?.id ?? '');
    expect((await newsroom.sheet(editionId)).every(({ target }) => target === '')).toBe(true);
    await worksOff();
    expect((await newsroom.sheet(editionId))[1]?.target).toBe(english[1]);
  });
});
