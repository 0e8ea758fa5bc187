import type { Language } from '@desk/languages';
import { azure } from '../../../../../test/support/engines/azure.js';
import { chat } from '../../../../../test/support/engines/chat.js';
import { DeepLProtocol } from '../../../../../test/support/engines/deepl.js';
import { EngineServer } from '../../../../../test/support/engines/engine-server.js';
import { GoogleProtocol } from '../../../../../test/support/engines/google.js';
import { libreTranslate } from '../../../../../test/support/engines/libretranslate.js';
import type { EngineBatch } from '../engine.js';
import { AzureTranslator } from './azure.js';
import { ChatModel } from './chat.js';
import { DeepL } from './deepl.js';
import { GoogleTranslation } from './google.js';
import { GoogleToken, serviceAccountSchema } from './google-token.js';
import { LibreTranslate } from './libretranslate.js';

const committee = { source: 'Uỷ ban nhân dân', target: 'People’s Committee' };
const withTerm = (to: Language = 'en'): EngineBatch => ({
  texts: [
    { text: '⟨1⟩Uỷ ban nhân dân⟨/1⟩ tại Sóc Trăng', terms: [{ ...committee, start: 0, end: 15 }] },
  ],
  from: 'vi',
  to,
  glossary: [committee, { source: 'tỉnh', target: 'province' }],
});
const plain = (text: string, to: Language = 'en'): EngineBatch => ({
  texts: [{ text, terms: [] }],
  from: 'vi',
  to,
  glossary: [],
});
const signal = () => AbortSignal.timeout(2_000);

let server: EngineServer<ReturnType<typeof azure>> | undefined;
const serve = async <P extends ReturnType<typeof azure>>(protocol: P): Promise<EngineServer<P>> => {
  const opened = await EngineServer.open(protocol);
  server = opened;
  return opened;
};
afterEach(async () => server?.close());

describe('DeepL', () => {
  it('gets our glossary once, and anew when it has changed', async () => {
    const { url, asked, protocol } = await serve(new DeepLProtocol('k'));
    const engine = new DeepL({ url, key: 'k', glossary: null });
    const said = ['⟨1⟩People’s Committee⟨/1⟩ in Soc Trang'];
    expect(await engine.translate(withTerm(), signal())).toEqual(said);
    expect(await engine.translate(withTerm(), signal())).toEqual(said);
    expect(asked.filter(({ path }) => path.startsWith('/v3')).map(({ method }) => method)).toEqual([
      'GET',
      'POST',
    ]);
    const glossary = [{ ...committee, target: 'Committee' }];
    expect(await engine.translate({ ...withTerm(), glossary }, signal())).toEqual([
      '⟨1⟩Committee⟨/1⟩ in Soc Trang',
    ]);
    expect(asked.at(-2)).toMatchObject({ method: 'PUT' });
    // Another process finds the one that is there.
    await new DeepL({ url, key: 'k', glossary: null }).translate(withTerm(), signal());
    expect(protocol.glossaries.size).toBe(1);
  });

  it('goes on without it where DeepL keeps none, and makes a lost one again', async () => {
    const { url, asked, protocol } = await serve(new DeepLProtocol('k'));
    const engine = new DeepL({ url, key: 'k', glossary: null });
    await expect(engine.translate(withTerm('km'), signal())).rejects.toMatchObject({
      kind: 'pair',
    });
    await expect(engine.translate(withTerm('km'), signal())).rejects.toMatchObject({
      kind: 'pair',
    });
    expect(asked.filter(({ path }) => path.startsWith('/v3'))).toHaveLength(2);

    await engine.translate(withTerm(), signal());
    protocol.glossaries.clear();
    await expect(engine.translate(withTerm(), signal())).rejects.toMatchObject({ kind: 'failing' });
    expect(await engine.translate(withTerm(), signal())).toEqual([
      '⟨1⟩People’s Committee⟨/1⟩ in Soc Trang',
    ]);
  });

  it('uses the glossary that somebody keeps there', async () => {
    const { url, asked, protocol } = await serve(new DeepLProtocol('k'));
    protocol.glossaries.set('theirs', { name: 'Của toà soạn', dictionaries: [] });
    const engine = new DeepL({ url, key: 'k', glossary: 'theirs' });
    await engine.translate(withTerm(), signal());
    expect(JSON.parse(asked[0]?.text ?? '')).toMatchObject({
      glossary_id: 'theirs',
      source_lang: 'VI',
    });
  });

  it('takes 128 KiB and no more', async () => {
    const { url } = await serve(new DeepLProtocol('k'));
    const engine = new DeepL({ url, key: 'k', glossary: null });
    await expect(engine.translate(plain('ក'.repeat(60_000)), signal())).rejects.toMatchObject({
      kind: 'too_long',
    });
    expect(
      await engine.translate(plain('ក'.repeat(engine.limits.characters)), signal()),
    ).toHaveLength(1);
  });
});

describe('Google', () => {
  const engineAt = async (location = 'us-central1', glossary: string | null = 'toa-soan') => {
    const opened = await serve(new GoogleProtocol());
    const { protocol, url } = opened;
    const account = serviceAccountSchema.parse(JSON.parse(protocol.accountFile(url)));
    const auth = new GoogleToken(account);
    const { project } = protocol;
    const engine = new GoogleTranslation({ url, project, location, model: null, glossary, auth });
    return { ...opened, asked: opened.asked, protocol, engine };
  };

  it('translates with the glossary of its region', async () => {
    const { engine } = await engineAt();
    expect(await engine.translate(withTerm(), signal())).toEqual([
      '⟨1⟩People’s Committee⟨/1⟩ in Soc Trang',
    ]);
    await server?.close();
    const elsewhere = await engineAt('global');
    await expect(elsewhere.engine.translate(withTerm(), signal())).rejects.toMatchObject({
      kind: 'rejected',
    });
  });

  it('gets a token once, and another when it is taken back', async () => {
    const { engine, asked, protocol } = await engineAt();
    await engine.translate(plain('Chợ nổi Cái Răng'), signal());
    await engine.translate(plain('Chợ nổi Cái Răng'), signal());
    expect(asked.map(({ path }) => path === '/token')).toEqual([true, false, false]);
    protocol.revoke();
    expect(await engine.translate(plain('Chợ nổi Cái Răng'), signal())).toEqual([
      'Cai Rang floating market',
    ]);
    expect(asked.map(({ path }) => path === '/token').slice(3)).toEqual([false, true, false]);
  });

  it('refuses too long a text', async () => {
    const { engine } = await engineAt('global', null);
    await expect(engine.translate(plain('ក'.repeat(31_000)), signal())).rejects.toMatchObject({
      kind: 'too_long',
    });
  });
});

describe('Azure', () => {
  it('gets terms as a dictionary in the text, from English and into it alone', async () => {
    const { url, asked } = await serve(azure('k'));
    const engine = new AzureTranslator({ url, key: 'k', region: null, category: null });
    expect(await engine.translate(withTerm(), signal())).toEqual([
      '⟨1⟩People’s Committee⟨/1⟩ in Soc Trang',
    ]);
    await engine.translate(withTerm('km'), signal());
    expect(asked.map(({ text }) => text.includes('mstrans'))).toEqual([true, false]);
  });

  it('refuses too many characters', async () => {
    const { url } = await serve(azure('k'));
    const engine = new AzureTranslator({ url, key: 'k', region: null, category: null });
    await expect(engine.translate(plain('a'.repeat(50_001)), signal())).rejects.toMatchObject({
      kind: 'too_long',
    });
  });
});

describe('LibreTranslate', () => {
  it('says what it has no model for, and what is too long for it', async () => {
    const { url } = await serve(libreTranslate({ languages: ['vi', 'en'], charLimit: 10 }));
    const engine = new LibreTranslate(url, null);
    const refused = (batch: EngineBatch) => expect(engine.translate(batch, signal())).rejects;
    await refused(plain('Chợ', 'km')).toMatchObject({ kind: 'pair' });
    await refused(plain('Chợ nổi Cái Răng')).toMatchObject({ kind: 'too_long' });
  });

  it('says when it wants a key', async () => {
    const { url } = await serve(libreTranslate({ key: 'k' }));
    await expect(
      new LibreTranslate(url, null).translate(plain('Chợ'), signal()),
    ).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('a chat model', () => {
  const ask = (url: string) => new ChatModel({ url: `${url}/v1`, key: null, model: 'm' });

  it('is told the terms', async () => {
    const { url } = await serve(chat({ model: 'm' }));
    expect(await ask(url).translate(withTerm(), signal())).toEqual([
      '⟨1⟩People’s Committee⟨/1⟩ in Soc Trang',
    ]);
  });

  it('is asked without a schema where the server has none, whatever it writes around', async () => {
    const around = (json: string) => `<think>{dễ}</think>\nSure!\n\`\`\`json\n${json}\n\`\`\``;
    const { url, asked } = await serve(chat({ model: 'm', takesSchema: false, around }));
    const engine = ask(url);
    for (let time = 0; time < 2; time += 1) {
      expect(await engine.translate(plain('Chợ nổi Cái Răng'), signal())).toEqual([
        'Cai Rang floating market',
      ]);
    }
    expect(asked.map(({ text }) => text.includes('json_schema'))).toEqual([true, false, false]);
  });

  it('may leave texts out or say them twice: the others keep their places', async () => {
    const { url, next } = await serve(chat({ model: 'm' }));
    const translations = [
      { id: 3, text: 'ba' },
      { id: 2, text: 'hai' },
      { id: 2, text: 'hai nữa' },
      { id: 9, text: 'không hỏi' },
    ];
    const content = JSON.stringify({ translations });
    next.push({ status: 200, body: { choices: [{ message: { content } }] } });
    const texts = ['một', 'hai', 'ba'].map((text) => ({ text, terms: [] }));
    const batch = { texts, from: 'vi', to: 'en', glossary: [] } as const;
    expect(await ask(url).translate(batch, signal())).toEqual([null, null, 'ba']);
  });

  it('may refuse, or be cut short', async () => {
    const { url, next } = await serve(chat({ model: 'm' }));
    const cut = { message: { content: '{"translations":[{"id":1,"te' }, finish_reason: 'length' };
    const refusal = { message: { content: null, refusal: 'no' }, finish_reason: 'stop' };
    for (const choice of [cut, refusal]) {
      next.push({ status: 200, body: { choices: [choice] } });
      await expect(ask(url).translate(plain('Chợ'), signal())).rejects.toMatchObject({
        kind: 'malformed',
      });
    }
  });

  it('may be unknown to its server', async () => {
    const { url } = await serve(chat({ model: 'another' }));
    await expect(ask(url).translate(plain('Chợ'), signal())).rejects.toMatchObject({
      kind: 'refused',
    });
  });
});
