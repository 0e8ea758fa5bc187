import fc from 'fast-check';
import type { Language } from '@desk/languages';
import { findTerms } from './find-terms.js';
import type { GlossaryTerm } from '../glossary-term.js';
import { termIndex } from './term-index.js';

/** What is found in a text by a glossary of these terms, as it is written there. */
function found(language: Language, terms: readonly string[], text: string): string[] {
  const glossary = terms.map((term, at): GlossaryTerm => ({
    conceptId: `c${String(at)}`,
    language,
    term,
    status: 'preferred',
  }));
  const hits = findTerms(termIndex(glossary), text, language);
  return hits.map(({ start, end }) => text.slice(start, end));
}

describe('terms in Vietnamese text', () => {
  it.each([
    [
      'another place of the tone mark',
      'Uỷ ban nhân dân',
      'theo Ủy ban nhân dân tỉnh',
      'Ủy ban nhân dân',
    ],
    ['lower case', 'Uỷ ban nhân dân', 'các ủy ban nhân dân xã', 'ủy ban nhân dân'],
    ['capitals throughout', 'Hội đồng nhân dân', 'HỘI ĐỒNG NHÂN DÂN TỈNH', 'HỘI ĐỒNG NHÂN DÂN'],
    [
      'decomposed letters',
      'văn hoá',
      'nền văn hóa Khmer'.normalize('NFD'),
      'văn hóa'.normalize('NFD'),
    ],
    ['i for y', 'kỹ thuật số', 'công nghệ kĩ thuật số', 'kĩ thuật số'],
    [
      'a capital missing in a long name',
      'Bộ Thông tin và Truyền thông',
      'do Bộ thông tin và Truyền thông tổ chức',
      'Bộ thông tin và Truyền thông',
    ],
    ['a dot after an abbreviation', 'TP Hồ Chí Minh', 'tại TP. Hồ Chí Minh', 'TP. Hồ Chí Minh'],
    ['a hyphen missing', 'Ả Rập Xê-út', 'vua Ả Rập Xê Út', 'Ả Rập Xê Út'],
  ])('are found with %s', (_, term, text, hit) => {
    expect(found('vi', [term], text)).toEqual([hit]);
  });

  it.each([
    ['marks tell words apart', 'Lào', 'Lao động là vinh quang'],
    ['a name is no common word', 'Đức', 'đạo đức nghề báo'],
    ['a name is no part of another word', 'Pháp', 'Pháp luật quy định'],
    ['nor of a person', 'Nga', 'bà Nguyễn Thị Nga'],
    ['nor a person addressed', 'Đức', 'Hôm qua ông Đức đã đến'],
    ['nor of another country', 'Sudan', 'quân đội Nam Sudan'],
    ['nor of an ocean', 'Ấn Độ', 'các nước ven Ấn Độ Dương'],
    ['a body is no common word', 'Sở Y tế', 'các cơ sở y tế'],
    ['a document number names nobody', 'UBND', 'kế hoạch số 23/KH-UBND'],
    ['an abbreviation keeps its capitals', 'UBND', 'ubnd'],
    ['nothing goes across lines', 'Việt Nam', 'người Việt\nNam Bộ'],
  ])('are not found where %s', (_, term, text) => {
    expect(found('vi', [term], text)).toEqual([]);
  });

  it('are found beside a direction that only says where', () => {
    expect(found('vi', ['Pháp'], 'miền Nam Pháp')).toEqual(['Pháp']);
  });
});

describe('terms in English text', () => {
  it.each([
    ['plural', 'policy', 'two policies', 'policies'],
    ['possessive', 'river', "the river's mouth", 'river'],
    ['plural possessive', 'farmer', "the farmers' union", 'farmers'],
    ['irregular plural', 'spokeswoman', 'their spokeswomen said', 'spokeswomen'],
    ['irregular word', 'man', 'three men', 'men'],
    ['-ing with doubled consonant', 'plan', 'planning ahead', 'planning'],
    ['-ed without e', 'irrigate', 'irrigated fields', 'irrigated'],
    ['-ed of y', 'carry out', 'was carried out', 'carried out'],
    [
      'head before of',
      'Chairman of the People’s Committee',
      "Chairmen of the People's Committee met",
      "Chairmen of the People's Committee",
    ],
    ['plural of a body', "People's Committee", "all People's Committees", "People's Committees"],
    ['and for &', 'Trinidad & Tobago', 'to Trinidad and Tobago', 'Trinidad and Tobago'],
    ['curly apostrophe', "Côte d'Ivoire", 'in Cote d’Ivoire', 'Cote d’Ivoire'],
    ['dots of abbreviations', 'UN', 'The U.N. said', 'U.N.'],
    ['plural of abbreviations', 'NGO', 'many NGOs', 'NGOs'],
    ['qualifier left out', 'Myanmar (Burma)', 'in Myanmar', 'Myanmar'],
    ['hyphen for space', 'climate change', 'climate-change plans', 'climate-change'],
    ['foreign marks left out', 'Cần Thơ', 'Can Tho City', 'Can Tho'],
  ])('are found: %s', (_, term, text, hit) => {
    expect(found('en', [term], text)).toEqual([hit]);
  });

  it.each([
    ['inside a word', 'rain', 'the train, trained'],
    ['inside a name with apostrophe', 'Brien', "O'Brien came"],
    ['inside a negation', 'don', "they don't"],
    ['small', 'Turkey', 'roast turkey'],
    ['as pronoun', 'US', 'told us'],
    ['in an address', 'river', 'see www.river.com and news@river.vn'],
    ['in another country', 'Ireland', 'Northern Ireland'],
    ['in a state of the same name', 'Mexico', 'New Mexico'],
    ['as a given name', 'Jordan', 'Jordan Spieth won'],
    ['as the singular of a plural', 'minutes', 'the 65th minute'],
    ['in news as new', 'breaking news', 'breaking new ground'],
  ])('are not found %s', (_, term, text) => {
    expect(found('en', [term], text)).toEqual([]);
  });
});

describe('terms in Khmer text', () => {
  it.each([
    ['without spaces', 'ប្រទេសចិន', 'នៅក្នុងប្រទេសចិនបាននិយាយ', 'ប្រទេសចិន'],
    ['with zero-width spaces', 'ទន្លេមេគង្គ', 'តាមទន្លេ\u200Bមេគង្គ\u200Bនៅ', 'ទន្លេ\u200Bមេគង្គ'],
    ['where the term has them', 'នូវែល\u200Bសេឡង់', 'ប្រទេសនូវែលសេឡង់', 'នូវែលសេឡង់'],
    ['signs in another order', 'ស៊ីរី', 'ប្រទេសស\u17B8\u17CAរី', 'ស\u17B8\u17CAរី'],
    ['a word that ICU joins', 'ចិន', 'ធម្មជាតិជាតិចិនផ្តល់', 'ចិន'],
    ['a name that ICU does not know', 'កាតា', 'នៅប្រទេសកាតាបានប្រកាស', 'កាតា'],
    ['long, with one sign more', 'ស៊ុយអែត', 'និងស៊ុយអ៊ែតចូលទៅ', 'ស៊ុយអ៊ែត'],
    ['another form of a letter', 'សេចក្តីសម្រេច', 'នូវសេចក្ដីសម្រេចថ្មី', 'សេចក្ដីសម្រេច'],
  ])('are found %s', (_, term, text, hit) => {
    expect(found('km', [term], text)).toEqual([hit]);
  });

  it.each([
    ['of a longer name (Catalonia, Qatar)', 'កាតា', 'រដ្ឋាភិបាលកាតាឡានថ្មី'],
    ['of a longer name (Somalia, Mali)', 'ម៉ាលី', 'ប្រទេសសូម៉ាលីនៅ'],
    ['of a longer name (Nigeria, Niger)', 'នីហ្សេ', 'ប្រទេសនីហ្សេរីយ៉ាបាន'],
    ['of a longer word (press, information)', 'ព័ត៌មាន', 'បណ្តាញសារព័ត៌មានថា'],
    ['of a longer word (region, village)', 'ភូមិ', 'នៅក្នុងភូមិភាគនេះ'],
    ['of a longer name (Kachin, China)', 'ចិន', 'រដ្ឋកាចិនមាន'],
  ])('are not found as a part %s', (_, term, text) => {
    expect(found('km', [term], text)).toEqual([]);
  });

  it('do not end inside a cluster', () => {
    expect(found('km', ['ក'], 'កា ក្រ កុំ')).toEqual([]);
  });
});

describe('overlapping terms', () => {
  it('give way to the longest', () => {
    const terms = [
      'Uỷ ban',
      'Uỷ ban nhân dân',
      'nhân dân',
      'Uỷ ban nhân dân tỉnh',
      'tỉnh Bạc Liêu',
    ];
    expect(found('vi', terms, 'Ủy ban nhân dân tỉnh Bạc Liêu')).toEqual(['Ủy ban nhân dân tỉnh']);
  });

  it('give way to a longer one that begins later', () => {
    expect(found('vi', ['tỉnh uỷ', 'uỷ ban nhân dân'], 'tỉnh uỷ ban nhân dân')).toEqual([
      'uỷ ban nhân dân',
    ]);
  });

  it('are all told where one wording belongs to several concepts', () => {
    expect(found('en', ['bank', 'bank (river)'], 'on the bank')).toEqual(['bank', 'bank']);
  });
});

describe('any term in any surroundings', () => {
  const syllables = ['Uỷ', 'ban', 'nhân', 'dân', 'văn', 'hoá', 'sông', 'lúa', 'đê', 'kỹ', 'quý'];
  const vietnamese = fc
    .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  const clusters = ['ក', 'ខ្មែរ', 'ទន្លេ', 'មេ', 'គង្គ', 'ស្រី', 'ប៊ូ', 'តង់', 'ហ្គី', 'ណេ', 'លើ', 'ខ្ញុំ'];
  const khmer = fc
    .array(fc.constantFrom(...clusters), { minLength: 4, maxLength: 8 })
    .map((parts) => parts.join(''));

  it('is found where it stands, in either normal form', () => {
    const forms = fc.constantFrom('NFC', 'NFD');
    fc.assert(
      fc.property(
        vietnamese,
        forms,
        fc.constantFrom('', '“', 'ăn cá, ', '5. '),
        (term, form, before) => {
          const text = `${before}${term}, hết.`.normalize(form);
          expect(found('vi', [term], text)).toEqual([term.normalize(form)]);
        },
      ),
    );
  });

  it('is found in Khmer wherever zero-width spaces stand', () => {
    fc.assert(
      fc.property(khmer, fc.array(fc.nat(30), { maxLength: 5 }), (term, places) => {
        let text = term;
        for (const place of places.filter((one) => one > 0 && one < term.length)) {
          text = `${text.slice(0, place)}\u200B${text.slice(place)}`;
        }
        const [hit] = found('km', [term], `នៅ ${text} ។`);
        expect(hit?.replaceAll('\u200B', '')).toBe(term);
      }),
    );
  });

  it('is cut out at places of the original text, in order and without overlap', () => {
    const texts = fc.array(
      fc.constantFrom(...syllables, ...clusters, ' ', ', ', '\n', '\u200B', 'A', '😀', "'s"),
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.oneof(vietnamese, khmer), { maxLength: 6 }),
        fc.constantFrom<Language>('vi', 'en', 'km'),
        (parts, terms, language) => {
          const text = parts.join('');
          const glossary = terms.map((term, at): GlossaryTerm => ({
            conceptId: String(at),
            language,
            term,
            status: 'admitted',
          }));
          const hits = findTerms(termIndex(glossary), text, language);
          for (const [at, hit] of hits.entries()) {
            const last = hits[at - 1];
            const apart = last === undefined || last.end <= hit.start;
            const same = last?.start === hit.start && last.end === hit.end;
            expect(apart || same).toBe(true);
            expect(hit.end).toBeGreaterThan(hit.start);
            expect(text.slice(hit.end)).not.toMatch(/^[\u17B6-\u17D3]/);
            expect(text.slice(0, hit.start)).not.toMatch(/\u17D2$/);
          }
        },
      ),
    );
  });
});

describe('a great glossary', () => {
  it('looks five thousand terms up in an article of 3,000 words in milliseconds', () => {
    const syllable = (number: number) =>
      `${'bcdghklmnprstvx'[number % 15] ?? ''}${'aeiouăâêôơư'[number % 11] ?? ''}${'ncmtp'[number % 5] ?? ''}`;
    const terms = Array.from({ length: 5_000 }, (_, at): GlossaryTerm => ({
      conceptId: String(at),
      language: 'vi',
      term: `${syllable(at)} ${syllable(at * 7 + 1)} ${syllable(at * 13 + 2)}`,
      status: 'preferred',
    }));
    const index = termIndex(terms);
    const article = Array.from({ length: 3_000 }, (_, at) => syllable(at * 31)).join(' ');
    findTerms(index, article, 'vi');
    const began = performance.now();
    findTerms(index, article, 'vi');
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it.each([
    ['Khmer without a space', 'ប្រទេសចិននិងចិនបាន'],
    ['zero-width spaces', '\u200B'],
    ['apostrophes', "China'"],
    ['dots and hyphens', 'U.S.-'],
    ['marks without letters', '\u0301\u17D2'],
  ])('takes time in proportion to a hostile text of %s', (_, piece) => {
    const index = termIndex(
      ['ចិន', 'China', 'US'].map((term): GlossaryTerm => ({
        conceptId: term,
        language: term === 'ចិន' ? 'km' : 'en',
        term,
        status: 'preferred',
      })),
    );
    for (const language of ['km', 'en'] as const) {
      const began = performance.now();
      findTerms(index, piece.repeat(Math.ceil(100_000 / piece.length)), language);
      expect(performance.now() - began).toBeLessThan(60_000);
    }
  });
});
