import fc from 'fast-check';
import { readGlossaryCsv, writeGlossaryCsv } from './csv/glossary-csv.js';
import type { GlossaryFileConcept, GlossaryReading } from './glossary-file.js';
import { ExchangeRefused } from './problem.js';
import { readAll } from './read-result.js';
import { readTbx } from './tbx/read-tbx.js';
import { writeMartif, writeTbx } from './tbx/write-tbx.js';

const word = fc
  .array(
    fc.constantFrom(
      'Uỷ ban',
      'គណៈកម្មាធិការ',
      'a;b',
      '"',
      ',',
      '\n',
      '\t',
      ' ',
      '=1+1',
      "'",
      '<&>',
      '|',
      '-',
      '😀',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('').trim());
const said = word.filter((text) => text !== '');
const concept: fc.Arbitrary<GlossaryFileConcept> = fc.record({
  id: fc.uuid(),
  domain: word,
  definition: word,
  note: word,
  source: word,
  terms: fc
    .array(
      fc.record({
        language: fc.constantFrom('vi', 'en', 'km'),
        term: said,
        status: fc.constantFrom('preferred' as const, 'admitted' as const, 'forbidden' as const),
        note: word,
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((terms) =>
      ['vi', 'en', 'km'].flatMap((one) => terms.filter(({ language }) => language === one)),
    ),
});
const glossary = fc.uniqueArray(concept, { maxLength: 4, selector: ({ id }) => id });

const withoutLines = ({ concepts }: GlossaryReading) =>
  concepts.map(({ line: _line, ...one }) => one);

describe.each([
  ['TBX of 2019', writeTbx, readTbx],
  ['TBX with martif', writeMartif, readTbx],
  ['CSV', writeGlossaryCsv, readGlossaryCsv],
])('a glossary as %s', (_name, write, read) => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(glossary, (concepts) => {
        const reading = readAll(read(Buffer.from([...write(concepts)].join(''))));
        expect(reading.problems).toEqual([]);
        expect(withoutLines(reading)).toEqual(concepts);
      }),
      { numRuns: 300 },
    );
  });
});

describe('TBX', () => {
  const read = (xml: string) => readAll(readTbx(Buffer.from(xml)));
  const tbx = (body: string) =>
    `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>\n${body}\n</body></text></tbx>`;

  it('is read in the style with elements too, notes joined, groups opened', () => {
    const { concepts, problems } = read(
      tbx(
        `<conceptEntry id="c5"><min:subjectField>tổ chức</min:subjectField><note>một</note><note>hai</note>
        <langSec xml:lang="vi"><descripGrp><basic:definition>Cơ quan</basic:definition><admin type="source">Luật</admin></descripGrp>
        <termSec><term>Uỷ ban nhân dân</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>`,
      ),
    );
    expect(problems).toEqual([]);
    expect(concepts).toEqual([
      {
        id: 'c5',
        line: 2,
        domain: 'tổ chức',
        definition: 'Cơ quan',
        note: 'một\nhai',
        source: '',
        terms: [{ language: 'vi', term: 'Uỷ ban nhân dân', status: 'forbidden', note: '' }],
      },
    ]);
  });

  it('reads martif with nested terms and its document type', () => {
    const { concepts } = read(
      `<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="a"><langSet xml:lang="km"><ntig><termGrp><term>ខេត្ត</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry></body></text></martif>`,
    );
    expect(concepts[0]?.terms).toEqual([
      { language: 'km', term: 'ខេត្ត', status: 'admitted', note: '' },
    ]);
  });

  it('tells what is wrong by its line and takes the rest', () => {
    const entry = (id: string, inner: string) => `<conceptEntry id="${id}">${inner}</conceptEntry>`;
    const section = (inner: string) => `<langSec xml:lang="vi">${inner}</langSec>`;
    const good = section('<termSec><term>xã</term></termSec>');
    const { concepts, problems } = read(
      tbx(
        [
          entry('a', good),
          entry('b', ''),
          entry('c', section('<termSec/>')),
          entry('d', `<term>xã</term><termSec/>${good}`),
          entry('e', '<langSec><termSec><term>xã</term></termSec></langSec>'),
          entry(
            'f',
            section(
              '<termSec><term>xã</term><termNote type="administrativeStatus">good</termNote></termSec>',
            ),
          ),
          entry('g', good),
          entry('g', good),
        ].join('\n'),
      ),
    );
    expect(concepts.map(({ id }) => id)).toEqual(['a']);
    expect(
      new Set(problems.map(({ code, line, unit }) => `${String(line)} ${String(unit)} ${code}`)),
    ).toEqual(
      new Set([
        '3 b exchange.element_missing',
        '3 b exchange.term_missing',
        '4 c exchange.element_missing',
        '4 c exchange.term_missing',
        '5 d exchange.element_misplaced',
        '6 e exchange.language_unknown',
        '7 f exchange.status_unknown',
        '9 g exchange.id_repeated',
      ]),
    );
    expect(() => read('<tmx version="1.4"/>')).toThrow(ExchangeRefused);
  });
});

describe('CSV', () => {
  const read = (text: string) => readAll(readGlossaryCsv(Buffer.from(text)));

  it('takes a column for each language, as people keep such lists', () => {
    const { concepts, problems } = read(
      'domain;vi;km;en\r\ncơ quan;Uỷ ban nhân dân | UBND;គណៈកម្មាធិការប្រជាជន;"People\'s ""Committee"""\r\n\r\n;xã;;commune\n',
    );
    expect(problems).toEqual([]);
    expect(
      concepts.map(({ id, domain, terms }) => [
        id,
        domain,
        terms.map(({ language, term, status }) => `${language} ${term} ${status}`),
      ]),
    ).toEqual([
      [
        '#2',
        'cơ quan',
        [
          'vi Uỷ ban nhân dân preferred',
          'vi UBND admitted',
          'km គណៈកម្មាធិការប្រជាជន preferred',
          'en People\'s "Committee" preferred',
        ],
      ],
      ['#4', '', ['vi xã preferred', 'en commune preferred']],
    ]);
  });

  it('keeps formulas from being run by a spreadsheet', () => {
    const written = [
      ...writeGlossaryCsv([
        {
          id: '1',
          domain: '',
          definition: '',
          note: '',
          source: '',
          terms: [{ language: 'vi', term: '=cmd()', status: 'preferred', note: '' }],
        },
      ]),
    ].join('');
    expect(written).toContain(",'=cmd(),");
  });

  it('tells what is wrong by its line', () => {
    const faults = (text: string) => read(text).problems.map(({ code, line }) => [code, line]);
    expect(faults('concept,term\n1,a\n')).toEqual([['exchange.column_missing', 1]]);
    expect(faults('name\nx\n')).toEqual([['exchange.column_missing', 1]]);
    expect(faults('vi,vi\nx,y\n')).toEqual([['exchange.column_repeated', 1]]);
    expect(faults('vi,en\nxã,commune,x\n')).toEqual([['exchange.row_length', 2]]);
    expect(
      faults('concept,language,term,status\n1,vi,"a\nb",preferred\n2,vi,,\n3,?,c,\n4,vi,d,best\n'),
    ).toEqual([
      ['exchange.term_missing', 4],
      ['exchange.language_unknown', 5],
      ['exchange.status_unknown', 6],
    ]);
    expect(() => read('vi,en\n"xã,commune\n')).toThrow(ExchangeRefused);
    expect(() => read('vi,en\n"xã"x,commune\n')).toThrow(ExchangeRefused);
  });
});
