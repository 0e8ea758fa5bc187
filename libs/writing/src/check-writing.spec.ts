import { readFileSync } from 'node:fs';
import type { Language } from '@desk/languages';
import { checkWriting, type WritingRules } from './check-writing.js';
import { Speller } from './spelling/speller.js';
import { isSyllable } from './syllable.js';
import { tonePlaceOf, withTonePlace } from './tone-place.js';

const speller = new Speller();
afterAll(() => speller.close());

/** What is found in these lines, the first being the title. */
async function found(language: Language, lines: string[], rules: Partial<WritingRules> = {}) {
  const [title = '', ...body] = lines;
  const { findings } = await checkWriting(
    [
      { path: 'title', words: title },
      ...body.map((words, at) => ({ path: `body/${String(at)}`, words })),
    ],
    { language, tonePlace: null, ownWords: [], ...rules },
    speller,
  );
  return findings.map(
    ({ kind, words, corrections }) => `${kind}: ${words} → ${corrections[0] ?? '?'}`,
  );
}

describe('a Vietnamese text', () => {
  it('has the slips of the seed article found, and none of its names', async () => {
    const file = new URL('../../../test/data/seed-article.txt', import.meta.url);
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(await found('vi', ['', ...lines])).toEqual([
      'stray: null → ',
      'tone_mixed: hoá → hóa',
      'slip: vè → về',
      'tone_mixed: hoá → hóa',
      'slip: cấm mốc → cắm mốc',
      'name: Hoàng sa → Hoàng Sa',
      'name: Trường sa → Trường Sa',
    ]);
  });

  it('has misspelled syllables found, with what was meant', async () => {
    expect(await found('vi', ['', 'Các nghành của tỉnh họp vào thứ bảy'])).toEqual([
      'spelling: nghành → ngành',
    ]);
  });

  it('may hold names, foreign words, abbreviations, addresses, numbers', async () => {
    const words =
      'Ông Prak Sokhonn xem website www.baclieu.gov.vn, số 23/KH-UBND, tại Đắk Lắk và chùa Xiêm Cán online';
    expect(await found('vi', ['', words])).toEqual([]);
  });

  it('may hold words that the newsroom knows', async () => {
    const line = ['', 'Lễ hội oóc diễn ra vào tháng mười'];
    expect(await found('vi', line)).toHaveLength(1);
    expect(await found('vi', line, { ownWords: ['oóc'] })).toEqual([]);
  });

  it('leaves verses alone: vè is a word', async () => {
    expect(await found('vi', ['', 'Các em hát vè và đọc bài vè dân gian'])).toEqual([]);
  });

  it('has its tones where the section wants them', async () => {
    const line = ['', 'Hoà bình, uỷ ban và quý vị: hoàn toàn, quỹ'];
    expect(await found('vi', line, { tonePlace: 'old' })).toEqual([
      'tone_place: Hoà → Hòa',
      'tone_place: uỷ → ủy',
    ]);
    expect(await found('vi', line, { tonePlace: 'new' })).toEqual([]);
    expect(await found('vi', line)).toEqual([]);
  });

  it('has numbers of the title in the text', async () => {
    const text = 'Có ba đoàn, tổng cộng 1.500 người.';
    expect(await found('vi', ['1,500 người và 3 đoàn dự hội', text])).toEqual([]);
    expect(await found('vi', ['1.600 người dự hội', text])).toEqual(['number: 1.600 → ?']);
  });

  it('has no word twice, but for those that are said so', async () => {
    expect(await found('vi', ['', 'Quê hương của của ta luôn luôn đẹp'])).toEqual([
      'doubled: của của → của',
    ]);
  });

  it('has one spelling of a name', async () => {
    const lines = ['', 'Ông Lê Hoàng Minh nói.', 'Lê Hoàng Minh đến.', 'Sau đó Lê Hoàng Mình về.'];
    expect(await found('vi', lines)).toEqual(['name: Lê Hoàng Mình → Lê Hoàng Minh']);
  });

  it('of an old alphabet is offered in Unicode, and not spelled', async () => {
    expect(await found('vi', ['', 'C«ng t¸c th«ng tin ®èi ngo¹i'])).toEqual([
      'old_alphabet: C«ng t¸c th«ng tin ®èi ngo¹i → Công tác thông tin đối ngoại',
    ]);
  });
});

describe('an English text', () => {
  it('is spelled as in Britain or America', async () => {
    const words = 'the organisation of a colour programme and the organization of color';
    expect(await found('en', ['', words])).toEqual([]);
    expect(
      await found('en', ['', 'the local governement met in Soc Trang with Sóc Trăng']),
    ).toEqual(['spelling: governement → government', 'name: Sóc Trăng → Soc Trang']);
  });

  it('has no word twice', async () => {
    expect(await found('en', ['', 'they went to to the market that had had rain'])).toEqual([
      'doubled: to to → to',
    ]);
  });
});

describe('a Khmer text', () => {
  it('is not spelled, and says so', async () => {
    const lines = [{ path: 'body/0', words: 'ប្រជាជនកម្ពុជា undefined' }];
    const rules = { language: 'km', tonePlace: null, ownWords: [] } as const;
    const { spelling, findings } = await checkWriting(lines, rules, speller);
    expect(spelling).toBe(false);
    expect(findings.map(({ kind }) => kind)).toEqual(['stray']);
  });

  it('has its numbers in either digits', async () => {
    expect(await found('km', ['មនុស្ស ១៥០ នាក់', 'មានមនុស្ស 150 នាក់'])).toEqual([]);
  });
});

describe('a syllable', () => {
  it.each('nghiêng giếng gìn quốc khuỷu thuở oằn yêu ủy uỷ hòa hoà quyết đường'.split(' '))(
    'is %s',
    (one) => {
      expect(isSyllable(one)).toBe(true);
    },
  );
  it.each('nghành chuợc kà hàc strong wa bb xyz'.split(' '))('is not %s', (one) => {
    expect(isSyllable(one)).toBe(false);
  });
  it('has its tone in one of two places', () => {
    expect(withTonePlace('Hòa bình ỦY quý hoàn tòan', 'new')).toBe('Hoà bình UỶ quý hoàn tòan');
    expect(tonePlaceOf('quý')).toBeNull();
    expect(withTonePlace(withTonePlace('thúy, khỏe', 'new'), 'old')).toBe('thúy, khỏe');
  });
});
