import type { Language } from '@desk/languages';
import {
  engineOf,
  everyEngine,
  type ServedEngine,
} from '../../../../../test/support/engines/every-engine.js';
import type { Next } from '../../../../../test/support/engines/engine-server.js';
import { checkCodes } from '../../segments/index.js';
import { engineNames, type EngineBatch, type EngineName } from '../engine.js';
import { EngineTrouble } from '../engine-trouble.js';

const coded = '⟨1⟩Chợ nổi Cái Răng⟨/1⟩⟨2/⟩: Chợ họp từ 5 giờ sáng & "Ghe xuồng đậu san sát" <nhỏ>.';
const batch = (
  texts: readonly string[],
  to: Language = 'en',
  from: Language = 'vi',
): EngineBatch => ({
  texts: texts.map((text) => ({ text, terms: [] })),
  from,
  to,
  glossary: [],
});
/** So long a request is waited for. */
const signal = (ms = 2_000): AbortSignal => AbortSignal.timeout(ms);

describe.each(engineNames)('%s', (name: EngineName) => {
  let served: ServedEngine;
  beforeAll(async () => {
    served = await everyEngine[name]();
  });
  afterAll(() => served.server.close());
  const translate = (texts: EngineBatch, ms?: number) =>
    engineOf(served).translate(texts, signal(ms));
  const troubleAfter = async (next: Next, ms?: number): Promise<EngineTrouble> => {
    const engine = engineOf(served);
    // A token is had before, where there is one: the trouble is the translation's.
    await engine.translate(batch(['Chợ nổi Cái Răng']), signal());
    served.server.next.push(next);
    const error: unknown = await engine
      .translate(batch(['Chợ nổi Cái Răng']), signal(ms))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof EngineTrouble)) throw new Error('it translated all the same');
    return error;
  };

  it('translates many texts in their order', async () => {
    const texts = batch(['Chợ nổi Cái Răng', 'Ghe xuồng đậu san sát.', 'Chợ họp từ 5 giờ sáng.']);
    expect(await translate(texts)).toEqual([
      'Cai Rang floating market',
      'Boats lie side by side.',
      'The market opens at 5 a.m.',
    ]);
  });

  it('keeps marks, and signs that would be marks elsewhere', async () => {
    const [target] = await translate(batch([coded]));
    expect(target).toBe(
      '⟨1⟩Cai Rang floating market⟨/1⟩⟨2/⟩: The market opens at 5 a.m & "Boats lie side by side" <nhỏ>.',
    );
    expect(checkCodes(coded, target ?? '')).toEqual([]);
  });

  it('translates into Vietnamese', async () => {
    expect(await translate(batch(['The market opens at 5 a.m.'], 'vi', 'en'))).toEqual([
      'Chợ họp từ 5 giờ sáng.',
    ]);
  });

  if (name === 'deepl') {
    it('says that it knows no Khmer', async () => {
      await expect(translate(batch(['Chợ nổi Cái Răng'], 'km'))).rejects.toMatchObject({
        kind: 'pair',
      });
    });
  } else {
    it('translates into Khmer and from it', async () => {
      expect(await translate(batch(['Ghe xuồng đậu san sát ⟨1⟩tại Sóc Trăng⟨/1⟩'], 'km'))).toEqual([
        'ទូកចតជិតៗគ្នា ⟨1⟩នៅខេត្តសុកត្រាំង⟨/1⟩',
      ]);
      expect(await translate(batch(['ផ្សារបើកពីម៉ោង ៥ ព្រឹក'], 'vi', 'km'))).toEqual([
        'Chợ họp từ 5 giờ sáng',
      ]);
    });
  }

  it('asks to wait when there were too many requests, and says how long', async () => {
    const { busy } = served.server.protocol.errors;
    expect(await troubleAfter(busy(7))).toMatchObject({ kind: 'busy', waitMs: 7_000 });
    expect(await troubleAfter(busy())).toMatchObject({ kind: 'busy', waitMs: null });
  });

  it('says when what was paid for is used up', async () => {
    // LibreTranslate knows no quota: whoever asks too much is shut out.
    const kind = name === 'libretranslate' ? 'refused' : 'quota';
    expect(await troubleAfter(served.server.protocol.errors.quota())).toMatchObject({ kind });
  });

  it('fails by its own fault', async () => {
    const { failing } = served.server.protocol.errors;
    expect(await troubleAfter(failing())).toMatchObject({ kind: 'failing' });
    expect(await troubleAfter({ status: 502, body: '<html>Bad Gateway' })).toMatchObject({
      kind: 'failing',
    });
  });

  it('answers too late, not at all, or something else', async () => {
    expect(await troubleAfter('hang', 150)).toMatchObject({ kind: 'timeout' });
    expect(await troubleAfter('drop')).toMatchObject({ kind: 'unreachable' });
    for (const body of ['', 'null', '{"translations":', '<html>welcome', '[]{}', {}, { x: [1] }]) {
      const trouble = await troubleAfter({ status: 200, body });
      expect(trouble).toMatchObject({ kind: 'malformed' });
    }
  });

  it('is followed to no other address', async () => {
    const location = 'http://127.0.0.1:1/elsewhere';
    const trouble = await troubleAfter({ status: 307, headers: { location }, body: '' });
    expect(trouble).toMatchObject({ kind: 'malformed', message: 'HTTP 307' });
  });

  it('is not there', async () => {
    const engine = engineOf(served, { url: 'http://127.0.0.1:1', project: 'p' });
    await expect(engine.translate(batch(['Chợ']), signal())).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });

  it('does not know the key, and tells nobody which it was', async () => {
    const key = 'a-wrong-key';
    const engine = engineOf(served, { key, project: 'mekong-desk' });
    const error: unknown = await engine
      .translate(batch(['Chợ nổi Cái Răng']), signal())
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'refused' });
    expect(String(error)).not.toMatch(/wrong-key|Cái Răng/);
  });

  it('counts what it sends', async () => {
    const engine = engineOf(served);
    const text = { text: coded, terms: [] };
    expect(engine.charactersOf(text)).toBeGreaterThanOrEqual(coded.length);
    expect(engine.charactersOf(text)).toBeLessThan(coded.length + 60);
    expect(engine.limits.texts).toBeGreaterThan(1);
  });
});
