import { rows, SetClock, wholeNumber } from '@desk/database';
import type { Language } from '@desk/languages';
import { z } from 'zod';
import { aDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { DeepLProtocol } from '../../../../test/support/engines/deepl.js';
import { EngineServer } from '../../../../test/support/engines/engine-server.js';
import { everyEngine, type ServedEngine } from '../../../../test/support/engines/every-engine.js';
import { libreTranslate } from '../../../../test/support/engines/libretranslate.js';
import { breakerOf } from './engine-breaker.queries.js';
import { MachineTranslation } from './machine-translation.service.js';
import type { EngineSettings } from './settings.js';

let database: TestDatabase;
let served: ServedEngine;
let clock: SetClock;
beforeAll(async () => {
  database = await aDatabase();
});
beforeEach(async () => {
  clock = new SetClock(new Date('2026-11-30T16:59:00Z'));
  served = await everyEngine.azure();
});
afterEach(async () => {
  await served.server.close();
  for (const table of ['engine_cache', 'engine_usage', 'engine_breaker']) {
    await database.dataSource.query(`DELETE FROM ${table}`);
  }
});
afterAll(() => database.drop());

const machine = (changes: Partial<EngineSettings> = {}): MachineTranslation => {
  const made = new MachineTranslation(database.dataSource, clock, {
    ...served.settings,
    ...changes,
  });
  made.patience = { tries: 3, firstPauseMs: 5, longestPauseMs: 1_500 };
  return made;
};
const ask = (
  engine: MachineTranslation,
  texts: readonly string[],
  { to = 'en', ms = 10_000 }: { to?: Language; ms?: number } = {},
) =>
  engine.suggest(
    { texts: texts.map((text) => ({ text, terms: [] })), from: 'vi', to, glossary: [] },
    AbortSignal.timeout(ms),
  );
const usage = () =>
  rows(
    database.dataSource,
    z.object({ month: z.string(), characters: wholeNumber }),
    'SELECT month, characters FROM engine_usage ORDER BY month',
  );
const market = 'Chợ nổi Cái Răng';
const said = { target: 'Cai Rang floating market' };

describe('suggestions', () => {
  it('come from the engine once, and from the cache after that', async () => {
    const engine = machine();
    expect(await ask(engine, [market, 'Ghe xuồng đậu san sát', market])).toEqual([
      said,
      { target: 'Boats lie side by side' },
      said,
    ]);
    expect(JSON.parse(served.server.asked[0]?.text ?? '')).toHaveLength(2);
    expect(await ask(machine(), [market])).toEqual([said]);
    expect(served.server.asked).toHaveLength(1);
    expect(await ask(engine, [market], { to: 'km' })).toEqual([{ target: 'ផ្សារបណ្តែតទឹកកាយរ៉ាង' }]);
    expect(served.server.asked).toHaveLength(2);
  });

  it('with other terms are asked for anew', async () => {
    const text = 'Uỷ ban nhân dân tại Sóc Trăng';
    const withTerm = (target: string) =>
      machine().suggest(
        {
          texts: [{ text, terms: [{ start: 0, end: 15, source: 'Uỷ ban nhân dân', target }] }],
          from: 'vi',
          to: 'en',
          glossary: [],
        },
        AbortSignal.timeout(5_000),
      );
    expect(await withTerm("People's Committee")).toEqual([
      { target: "People's Committee in Soc Trang" },
    ]);
    expect(await withTerm('UBND')).toEqual([{ target: 'UBND in Soc Trang' }]);
  });

  it.each([
    ['loses a mark', 'Cai Rang floating market'],
    ['invents one', '<span id="1">Cai Rang</span> <span id="7">market</span>'],
    ['says nothing', '<span id="1"> </span>'],
    ['goes on and on', `<span id="1">${'market '.repeat(100)}</span>`],
    ['writes what nobody can read', '<span id="1">Cai \u0007Rang</span>'],
  ])('are refused where the engine %s', async (_, text) => {
    served.server.next.push({ status: 200, body: [{ translations: [{ text, to: 'en' }] }] });
    expect(await ask(machine(), [`⟨1⟩${market}⟨/1⟩`])).toEqual([{ none: 'unfit' }]);
    // It would say the same again, and be paid for it.
    expect(await ask(machine(), [`⟨1⟩${market}⟨/1⟩`])).toEqual([{ none: 'unfit' }]);
    expect(served.server.asked).toHaveLength(1);
  });

  it('are asked for again where a model may do better the next time', async () => {
    const model = await everyEngine.chat();
    const content = JSON.stringify({
      translations: [{ id: 1, text: 'Cai Rang, without its mark' }],
    });
    model.server.next.push({ status: 200, body: { choices: [{ message: { content } }] } });
    const text = `⟨1⟩${market}⟨/1⟩`;
    expect(await ask(machine(model.settings), [text])).toEqual([{ none: 'unfit' }]);
    expect(await ask(machine(model.settings), [text])).toEqual([
      { target: '⟨1⟩Cai Rang floating market⟨/1⟩' },
    ]);
    await model.server.close();
  });

  it('are asked for in parts that the engine takes', async () => {
    const texts = Array.from({ length: 230 }, (_, index) => `${market} ${index}`);
    const answers = await ask(machine(), texts);
    expect(answers[229]).toEqual({ target: 'Cai Rang floating market 229' });
    expect(
      served.server.asked.map(({ text }) => z.array(z.unknown()).parse(JSON.parse(text)).length),
    ).toEqual([100, 100, 30]);
  });

  it('stay away for a text that is too long, and for no other', async () => {
    expect(await ask(machine(), [market, 'ក'.repeat(40_001), 'Ghe xuồng đậu san sát'])).toEqual([
      said,
      { none: 'too_long' },
      { target: 'Boats lie side by side' },
    ]);
    const narrow = await EngineServer.open(libreTranslate({ charLimit: 40 }));
    const libre = machine({ name: 'libretranslate', url: narrow.url });
    const long = 'Hàng ngàn người dân Khmer đến xem đua ghe ngo tại Sóc Trăng';
    expect(await ask(libre, [market, long, 'Ghe xuồng đậu san sát', market])).toEqual([
      said,
      { none: 'too_long' },
      { target: 'Boats lie side by side' },
      said,
    ]);
    await narrow.close();
  });

  it('stay away without an engine, and for languages that it does not know', async () => {
    const none = new MachineTranslation(database.dataSource, clock, null);
    expect(await ask(none, [market])).toEqual([{ none: 'no_engine' }]);
    const deepl = await EngineServer.open(new DeepLProtocol('k'));
    const engine = machine({ name: 'deepl', url: deepl.url, key: 'k' });
    expect(await ask(engine, [market, 'Chợ'], { to: 'km' })).toEqual([
      { none: 'pair' },
      { none: 'pair' },
    ]);
    expect(await ask(engine, [market])).toEqual([said]);
    await deepl.close();
  });
});

describe('patience', () => {
  it('waits as long as the engine asks', async () => {
    const { next, times, protocol } = served.server;
    next.push(protocol.errors.busy(1));
    const begun = performance.now();
    expect(await ask(machine(), [market])).toEqual([said]);
    expect(times).toHaveLength(2);
    expect(performance.now() - begun).toBeGreaterThan(900);
  });

  it('tries again after failures of a moment, and not for ever', async () => {
    const { next, asked, protocol } = served.server;
    const garbage = { status: 200, body: '[{"translations":' };
    next.push(protocol.errors.failing(), 'drop');
    expect(await ask(machine(), [market])).toEqual([said]);
    next.push(garbage, garbage, garbage);
    expect(await ask(machine(), ['Ghe xuồng đậu san sát'])).toEqual([{ none: 'malformed' }]);
    expect(asked).toHaveLength(6);
  });

  it('ends in time', async () => {
    served.server.next.push('hang', 'hang', 'hang');
    const engine = machine({ timeoutMs: 120 });
    expect(await ask(engine, [market])).toEqual([{ none: 'timeout' }]);
    served.server.next.push('hang');
    expect(await ask(machine(), [market], { ms: 100 })).toEqual([{ none: 'timeout' }]);
  });

  it('lets requests begin at even distances', async () => {
    const engine = machine({ requestsPerMinute: 600 });
    await Promise.all(['một', 'hai', 'ba'].map((text) => ask(engine, [text])));
    const [first = 0, , third = 0] = served.server.times.toSorted((a, b) => a - b);
    expect(third - first).toBeGreaterThan(180);
  });
});

describe('the budget of a month', () => {
  it('is used up, says so, and is there again the next month', async () => {
    const engine = machine({ monthlyCharacters: 30 });
    expect(await ask(engine, [market])).toEqual([said]);
    expect(await ask(engine, ['Ghe xuồng đậu san sát'])).toEqual([{ none: 'budget' }]);
    expect(served.server.asked).toHaveLength(1);
    expect(await usage()).toEqual([{ month: '2026-11', characters: market.length }]);
    // What is known already costs nothing.
    expect(await ask(engine, [market])).toEqual([said]);

    clock.set(new Date('2026-12-01T00:00:00Z'));
    expect(await ask(engine, ['Ghe xuồng đậu san sát'])).toEqual([
      { target: 'Boats lie side by side' },
    ]);
    expect(await usage()).toHaveLength(2);
  });

  it('is not exceeded by requests at the same time', async () => {
    const texts = Array.from(
      { length: 12 },
      (_, index) => `câu thứ ${String(index).padStart(2, '0')}`,
    );
    const engines = texts.map((text) => ask(machine({ monthlyCharacters: 55 }), [text]));
    const answers = (await Promise.all(engines)).flat();
    expect(answers.filter((one) => 'target' in one)).toHaveLength(5);
    expect(await usage()).toEqual([{ month: '2026-11', characters: 50 }]);
  });

  it('is not charged for what was refused, but for what may have been translated', async () => {
    const { next, protocol } = served.server;
    next.push(...Array.from({ length: 3 }, () => protocol.errors.failing()));
    expect(await ask(machine(), [market])).toEqual([{ none: 'failing' }]);
    expect(await usage()).toEqual([{ month: '2026-11', characters: 0 }]);
    next.push('hang', 'hang', 'hang');
    expect(await ask(machine({ timeoutMs: 60 }), [market])).toEqual([{ none: 'timeout' }]);
    expect(await usage()).toEqual([{ month: '2026-11', characters: market.length }]);
  });
});

describe('the breaker', () => {
  const fails = (times: number) =>
    served.server.next.push(
      ...Array.from({ length: times }, () => served.server.protocol.errors.failing()),
    );
  const openFor = async () => {
    const { openUntil } = await breakerOf(database.dataSource, 'azure');
    return openUntil && openUntil.getTime() - clock.now().getTime();
  };

  it('opens after failures in a row, for all processes, and closes when a trial succeeds', async () => {
    fails(5);
    expect(await ask(machine(), [market])).toEqual([{ none: 'failing' }]);
    expect(await openFor()).toBeNull();
    expect(await ask(machine(), [market])).toEqual([said]);
    expect(await openFor()).toBeNull();

    fails(6);
    expect(await ask(machine(), ['một'])).toEqual([{ none: 'failing' }]);
    expect(await ask(machine(), ['một'])).toEqual([{ none: 'failing' }]);
    expect(await openFor()).toBe(60_000);
    const { length } = served.server.asked;
    expect(await ask(machine(), ['một', market])).toEqual([{ none: 'resting' }, said]);
    expect(served.server.asked).toHaveLength(length);

    clock.advance(60_000);
    fails(1);
    expect(await ask(machine(), ['một'])).toEqual([{ none: 'failing' }]);
    expect(served.server.asked).toHaveLength(length + 1);
    expect(await openFor()).toBe(60_000);

    clock.advance(60_001);
    expect(await ask(machine(), ['một'])).toEqual([{ target: 'một' }]);
    expect(await openFor()).toBeNull();
  });

  it('lets one request try, and the others wait', async () => {
    fails(6);
    await ask(machine(), ['một']);
    await ask(machine(), ['một']);
    clock.advance(60_000);
    const answers = await Promise.all(['một', 'hai', 'ba'].map((text) => ask(machine(), [text])));
    expect(answers.flat().filter((one) => 'target' in one).length).toBeGreaterThanOrEqual(1);
    expect(served.server.asked.length).toBeLessThanOrEqual(9);
    expect(await openFor()).toBeNull();
  });

  it('opens at once when the key is refused or the quota is used up', async () => {
    expect(await ask(machine({ key: 'another' }), [market])).toEqual([{ none: 'refused' }]);
    expect(await openFor()).toBe(30 * 60_000);
    expect(await ask(machine(), [market])).toEqual([{ none: 'refused' }]);
    clock.advance(30 * 60_000);
    served.server.next.push(served.server.protocol.errors.quota());
    expect(await ask(machine(), [market])).toEqual([{ none: 'quota' }]);
    expect(await breakerOf(database.dataSource, 'azure')).toMatchObject({
      trouble: 'quota',
      troubleDetail: 'HTTP 403, 403001',
    });
  });

  it('stays open as long as the engine asks to be left alone', async () => {
    served.server.next.push(served.server.protocol.errors.busy(3_600));
    expect(await ask(machine(), [market])).toEqual([{ none: 'busy' }]);
    expect(served.server.asked).toHaveLength(1);
    expect(await openFor()).toBe(3_600_000);
  });
});
