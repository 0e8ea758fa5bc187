import type { MemoryImportDraft } from '@desk/contracts';
import { change, newId } from '@desk/database';
import type { Language } from '@desk/languages';
import { TranslatingNewsroom } from '../../../../test/support/translating-newsroom.js';
import {
  MemoryImports,
  MemoryIndexes,
  MemoryLookUp,
  MemorySearches,
  MemoryUnits,
  MemoryWarmUp,
} from './index.js';
import { IndexedMemory } from './indexed-memory.js';

let newsroom: TranslatingNewsroom;
beforeAll(async () => {
  newsroom = await TranslatingNewsroom.open();
});
afterAll(() => newsroom.close());

const editor = () => newsroom.desk.managingEditor();
const units = () => newsroom.desk.get(MemoryUnits);
const searches = () => newsroom.desk.get(MemorySearches);
const imports = () => newsroom.desk.get(MemoryImports);

const brings = async (
  sourceLanguage: Language,
  targetLanguage: Language,
  pairs: readonly (readonly [source: string, target: string])[],
  more: Partial<MemoryImportDraft> = {},
) =>
  imports().add(await editor(), {
    ...{ name: 'kho cũ', sourceLanguage, targetLanguage, sectionId: null, tags: [] },
    units: pairs.map(([source, target]) => ({ source, target })),
    ...more,
  });

const matches = async (
  sourceLanguage: Language,
  targetLanguage: Language,
  text: string,
  sectionId?: string,
) =>
  searches().lookUp(await newsroom.desk.translator(), {
    ...{ text, sourceLanguage, targetLanguage, sectionId, limit: 5, least: 60 },
  });

const phrases = async (language: Language, text: string) => {
  const person = await newsroom.desk.translator();
  const { items } = await searches().search(person, { text, language, limit: 20 });
  return items.map((unit) => (unit.sourceLanguage === language ? unit.source : unit.target));
};

describe('a look-up', () => {
  it('finds texts that are alike, marks the difference, adapts numbers', async () => {
    await brings('vi', 'en', [
      ['Đến ngày 09/5/2013 tỉnh có 12 hợp tác xã.', 'By 9 May 2013 there were 12 cooperatives.'],
    ]);
    const [match] = await matches('vi', 'en', 'Đến ngày 10/6/2014 tỉnh có 15 hợp tác xã.');
    expect(match).toMatchObject({
      score: 97,
      target: 'By 10 June 2014 there were 15 cooperatives.',
      reversed: false,
      pivot: null,
    });
    expect(match?.adapted?.map(({ from }) => from)).toEqual(['9', 'May', '2013', '12']);
    const [other] = await matches('vi', 'en', 'Đến ngày 09/5/2013 tỉnh có 12 trang trại.');
    expect(other).toMatchObject({
      target: 'By 9 May 2013 there were 12 cooperatives.',
      adapted: null,
    });
    const changed = other?.difference.filter(({ kind }) => kind !== 'equal');
    expect(changed?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['insert', 'delete']));
  });

  it('goes both ways, and by a third language', async () => {
    await brings('vi', 'en', [['Mùa nước nổi đã về', 'The floating season has come']]);
    await brings('en', 'km', [['The floating season has come', 'រដូវទឹកឡើងបានមកដល់']]);
    expect((await matches('en', 'vi', 'The floating season has come'))[0]).toMatchObject({
      score: 100,
      target: 'Mùa nước nổi đã về',
      reversed: true,
    });
    expect((await matches('vi', 'km', 'Mùa nước nổi đã về rồi'))[0]).toMatchObject({
      source: 'Mùa nước nổi đã về',
      target: 'រដូវទឹកឡើងបានមកដល់',
      pivot: 'en',
    });
    expect((await matches('km', 'vi', 'រដូវទឹកឡើងបានមកដល់'))[0]).toMatchObject({
      target: 'Mùa nước nổi đã về',
      pivot: 'en',
    });
  });

  it('keeps to the section that is worked for', async () => {
    const culture = await newsroom.desk.section();
    const economy = await newsroom.desk.section();
    const text = 'Đờn ca tài tử là di sản';
    await brings('vi', 'en', [[text, 'Don ca tai tu is heritage']], { sectionId: culture.id });
    expect(await matches('vi', 'en', text, culture.id)).toHaveLength(1);
    expect(await matches('vi', 'en', text, economy.id)).toHaveLength(0);
    expect(await matches('vi', 'en', text)).toHaveLength(1);
    const stranger = await newsroom.desk.person('Kim Sên', {
      ...{ role: 'translator', sectionId: economy.id },
    });
    const query = {
      text,
      sourceLanguage: 'vi',
      targetLanguage: 'en',
      limit: 5,
      least: 60,
    } as const;
    expect(await searches().lookUp(stranger, query)).toEqual([]);
    await expect(
      searches().lookUp(stranger, { ...query, sectionId: culture.id }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });
});

describe('two workers', () => {
  it('agree: what one wrote the other finds, and one that starts again', async () => {
    const { sql } = newsroom.desk;
    const workers = [new MemoryIndexes(), new MemoryIndexes()];
    const found = (worker: MemoryIndexes) =>
      new MemoryLookUp(worker).find(sql, ['Hạn mặn đến sớm ở ven biển'], {
        ...{ from: 'vi', to: 'km', sectionId: null, limit: 5, least: 60 },
      });
    for (const worker of workers) expect(await found(worker)).toEqual([[]]);
    await brings('vi', 'km', [
      ['Hạn mặn đến sớm ở ven biển', 'គ្រោះរាំងស្ងួតមកដល់ឆាប់'],
      ['Hạn mặn đến rất sớm ở ven biển', 'គ្រោះរាំងស្ងួតមកដល់ឆាប់ណាស់'],
    ]);
    const [one, other] = await Promise.all(workers.map(found));
    expect(one?.[0]?.map(({ score }) => score)).toEqual([100, 86]);
    expect(other).toEqual(one);
    const [exact] = one?.[0] ?? [];
    await units().remove(await editor(), exact?.unitId ?? '', 1);
    const after = await Promise.all([...workers, new MemoryIndexes()].map(found));
    expect(after.map((all) => all[0]?.map(({ score }) => score))).toEqual([[86], [86], [86]]);
  });

  it('hear also of what was written before, in a transaction that ended later', async () => {
    const { sql } = newsroom.desk;
    const worker = new MemoryIndexes();
    const size = async () => (await worker.current(sql, 'en', 'km')).size;
    const before = await size();
    const insert = (text: string, seconds: number) =>
      change(
        sql,
        `INSERT INTO memory_unit (id, source_language, target_language, source_hash, context_hash,
           source, target, created_at, updated_at, changed_at)
         VALUES (?, 'en', 'km', SHA2(?, 256), '', ?, 'ទ', NOW(), NOW(), UTC_TIMESTAMP(6) - INTERVAL ? SECOND)`,
        [newId(), text, text, seconds],
      );
    await insert('written last, ended first', 0);
    expect(await size()).toBe(before + 1);
    await insert('written first, ended last', 5);
    expect(await size()).toBe(before + 2);
  });
});

describe('a process that starts', () => {
  it('builds the indexes of all pairs beside its work, and stops when it is to end', async () => {
    const { sql } = newsroom.desk;
    await brings('en', 'km', [['The ferry runs at night', 'សាឡាងដើរពេលយប់']]);
    const indexes = new MemoryIndexes();
    await indexes.buildAll(sql, new AbortController().signal);
    const asked = jest.spyOn(IndexedMemory, 'build');
    expect((await indexes.current(sql, 'en', 'km')).size).toBeGreaterThan(0);
    expect(asked).not.toHaveBeenCalled();
    await indexes.ready(sql, 'vi', 'km');
    expect(asked.mock.calls.map(([, from, to]) => `${from} ${to}`)).not.toContain('en km');
    asked.mockRestore();
    const ended = new MemoryIndexes().buildAll(sql, AbortSignal.abort(new Error('ends')));
    await expect(ended).rejects.toThrow('ends');
    const warmUp = new MemoryWarmUp(sql, new MemoryIndexes());
    warmUp.onApplicationBootstrap();
    await warmUp.beforeApplicationShutdown();
  });

  it('keeps up while thousands of units come in', async () => {
    const { sql } = newsroom.desk;
    const worker = new MemoryIndexes();
    const size = async () => (await worker.current(sql, 'km', 'en')).size;
    const before = await size();
    const texts = Array.from({ length: 1_500 }, (_, at) => `ទំព័រទី ${at}`);
    const importing = brings(
      'km',
      'en',
      texts.map((text, at) => [text, `page ${at}`] as const),
    );
    while ((await size()) === before) await new Promise((resume) => setTimeout(resume, 5));
    await importing;
    expect(await size()).toBe(before + texts.length);
    expect(await size()).toBe(before + texts.length);
  });
});

describe('a translation that is prepared', () => {
  it('is begun with texts that are alike, as drafts with score and difference', async () => {
    await brings('vi', 'en', [
      ['Có 25 đội ghe ngo dự tranh giải năm nay.', '25 ngo boat teams compete this year.'],
      ['Chợ nổi Cái Răng họp từ sáng sớm mỗi ngày.', 'Cai Rang floating market opens at dawn.'],
    ]);
    const source = await newsroom.source({
      title: 'Tin vắn cuối tuần',
      paragraphs: [
        'Có 30 đội ghe ngo dự tranh giải năm nay. Chợ nổi Cái Răng họp từ sáng sớm.',
        'Hoàn toàn là chuyện khác.',
      ],
    });
    const { editionId, fromMemory } = await newsroom.prepare(source, 'en');
    expect(fromMemory).toBe(2);
    const sheet = await newsroom.sheet(editionId);
    expect(sheet.map(({ status }) => status)).toEqual([
      ...['untranslated', 'draft', 'draft', 'untranslated'],
    ]);
    expect(sheet[1]).toMatchObject({
      target: '30 ngo boat teams compete this year.',
      origin: 'memory',
      matchScore: 98,
      match: { adapted: [{ from: '25', to: '30' }], pivot: null },
    });
    expect(sheet[2]?.matchScore).toBeGreaterThanOrEqual(75);
    expect(sheet[2]?.match?.difference).toContainEqual({ kind: 'delete', text: ' mỗi ngày' });
    const unit = await searches().find(await editor(), sheet[1]?.match?.unitId ?? '');
    expect(unit).toMatchObject({ uses: 1, usedAt: newsroom.desk.clock.now() });
  });
});

describe('the memory is kept clean', () => {
  it('by changing a unit: its tags, its section, its target', async () => {
    await brings('vi', 'en', [['Bún nước lèo là món ngon', 'Bun nuoc leo is a tasty dish']]);
    const [match] = await matches('vi', 'en', 'Bún nước lèo là món ngon');
    const id = match?.unitId ?? '';
    const changes = { target: 'Bun nuoc leo is delicious', tags: ['ẩm thực'] };
    const changed = await units().change(await editor(), id, 1, changes);
    expect(changed).toMatchObject({ ...changes, version: 2, changedBy: (await editor()).id });
    expect((await matches('vi', 'en', 'Bún nước lèo là món ngon'))[0]?.target).toBe(changes.target);
    await expect(units().change(await editor(), id, 1, { tags: [] })).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
    });
    const query = { limit: 20, tag: 'ẩm thực' };
    const { items } = await searches().page(await newsroom.desk.translator(), query);
    expect(items.map((unit) => unit.id)).toEqual([id]);
    await expect(
      units().change(await newsroom.desk.translator(), id, 2, { tags: [] }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('by merging units that translate one text in several ways', async () => {
    const text = 'Cầu treo nối hai bờ sông';
    await brings('vi', 'en', [
      [text, 'A hanging bridge joins both banks'],
      [text, 'A suspension bridge joins both banks'],
    ]);
    const group = (await units().duplicates(await editor())).find(({ source }) => source === text);
    expect(group?.units).toHaveLength(2);
    const [kept, gone] = group?.units ?? [];
    await units().merge(await editor(), kept?.id ?? '', 1, [gone?.id ?? '']);
    expect((await matches('vi', 'en', text)).map(({ unitId }) => unitId)).toEqual([kept?.id]);
    const left = await units().duplicates(await editor());
    expect(left.map(({ source }) => source)).not.toContain(text);
  });

  it('by undoing an import, but for what people changed since', async () => {
    const brought = await brings('vi', 'en', [
      ['Ruộng muối trắng xoá', 'The salt fields are white'],
      ['Ruộng muối trắng tinh', 'The salt fields are snow-white'],
      ['Mùa nước nổi đã về', 'The floating season has come'],
    ]);
    expect(brought).toMatchObject({ units: 2, known: 1 });
    const [changed] = await matches('vi', 'en', 'Ruộng muối trắng xoá');
    await units().change(await editor(), changed?.unitId ?? '', 1, { tags: ['muối'] });
    expect(await imports().undo(await editor(), brought.id, 1)).toMatchObject({ kept: 1 });
    expect(await phrases('vi', 'ruộng muối')).toEqual(['Ruộng muối trắng xoá']);
    expect(await phrases('vi', 'mùa nước nổi')).toEqual(['Mùa nước nổi đã về']);
    await expect(imports().undo(await editor(), brought.id, 2)).rejects.toMatchObject({
      code: 'memory.import_undone',
    });
    const again = await brings('vi', 'en', [
      ['Ruộng muối trắng tinh', 'The salt fields are snow-white'],
    ]);
    expect(again.units).toBe(1);
    expect(await phrases('vi', 'trắng tinh')).toEqual(['Ruộng muối trắng tinh']);
  });
});

describe('a search', () => {
  it('finds phrases in either language, Khmer without its word bounds, numbers as they are', async () => {
    await brings('vi', 'km', [
      ['Năm 2013 thu hoạch 40 tấn', 'ឆ្នាំ២០១៣ប្រមូលផលបាន៤០តោន'],
      ['Năm 2014 thu hoạch 50 tấn', 'ឆ្នាំ២០១៤ប្រមូលផលបាន៥០តោន'],
    ]);
    expect(await phrases('km', 'ផលបាន')).toHaveLength(2);
    expect(await phrases('km', 'ប្រមូល\u200Bផល')).toHaveLength(2);
    expect(await phrases('vi', 'THU HOẠCH 40')).toEqual(['Năm 2013 thu hoạch 40 tấn']);
    expect(await phrases('km', '២០១៤')).toHaveLength(1);
    expect(await phrases('vi', 'không đâu có')).toEqual([]);
  });
});
