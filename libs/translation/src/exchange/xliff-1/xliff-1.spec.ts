import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyExchangeFile } from '../exchange.arbitrary.js';
import type { ReadUnit } from '../exchange-file.js';
import { ExchangeRefused } from '../problem.js';
import { readAll } from '../read-result.js';
import { readXliff1 } from './read-xliff-1.js';
import { writeXliff1 } from './write-xliff-1.js';

const withoutLine = ({ line: _line, ...unit }: ReadUnit) => unit;
const read = (xml: string | Buffer) => readAll(readXliff1(Buffer.from(xml)));
const real = (name: string) =>
  readFileSync(join(__dirname, '../../../../../test/data/cat-files', name));

const fileOf = (units: string, attributes = 'source-language="vi" target-language="km"') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="html" ${attributes}>\n<body>\n${units}\n</body></file></xliff>`;

describe('XLIFF 1.2', () => {
  it('of our own comes back as it was, broken drafts too', () => {
    fc.assert(
      fc.property(anyExchangeFile, (file) => {
        const { file: back, problems } = read([...writeXliff1(file)].join(''));
        expect(problems).toEqual([]);
        expect({ ...back, units: back.units.map(withoutLine) }).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });

  it('has a target in each unit, for tools that pass over units without one', () => {
    const written = [
      ...writeXliff1({
        original: 'a',
        revision: '',
        sourceLanguage: 'vi',
        targetLanguage: 'km',
        units: [
          {
            id: '1',
            version: 1,
            kind: 'title',
            source: 'Tỉnh ⟨1⟩Bạc Liêu⟨/1⟩',
            target: '',
            state: 'untranslated',
            translatable: true,
            codes: [{ id: 1, kind: 'bold', start: '<b>', end: '</b>' }],
            notes: [],
            matches: [],
            terms: [],
          },
        ],
      }),
    ].join('');
    expect(written).toContain(
      '<target state="needs-translation">Tỉnh <g id="1" ctype="bold">Bạc Liêu</g></target>',
    );
  });

  it('sees by the text whether a unit is translated, whatever its state says', () => {
    const unit = (id: string, state: string, target: string) =>
      `<trans-unit id="${id}"><source>Tin tức</source><target${state}>${target}</target></trans-unit>`;
    const { file } = read(
      fileOf(
        [
          unit('1', ' state="needs-translation"', 'ព័ត៌មាន'),
          unit('2', ' state="needs-translation"', 'Tin tức'),
          unit('3', '', 'Tin tức'),
          unit('4', ' state="translated"', 'Tin tức'),
          unit('5', ' state="final"', 'ព័ត៌មាន'),
          unit('6', ' state="translated"', ''),
          '<trans-unit id="7"><source>Tin tức</source></trans-unit>',
        ].join(''),
      ),
    );
    expect(file.units.map(({ state, target }) => [state, target])).toEqual([
      ['draft', 'ព័ត៌មាន'],
      ['untranslated', ''],
      ['untranslated', ''],
      ['confirmed', 'Tin tức'],
      ['reviewed', 'ព័ត៌មាន'],
      ['untranslated', ''],
      ['untranslated', ''],
    ]);
  });

  it('knows every inline element', () => {
    const { file, problems } = read(
      fileOf(
        '<trans-unit id="1"><source><g id="a" ctype="bold">in <x id="b"/></g><bpt id="c" rid="r">&lt;i&gt;</bpt>it<ept id="d" rid="r">&lt;/i&gt;</ept><ph id="e">&lt;br/&gt;</ph><it id="f" pos="open">&lt;u&gt;</it><bx id="g"/>x<ex id="g"/><mrk mtype="term">term</mrk></source></trans-unit>',
      ),
    );
    expect(problems).toEqual([]);
    expect(file.units[0]?.source).toBe('⟨1⟩in ⟨2/⟩⟨/1⟩⟨3⟩it⟨/3⟩⟨4/⟩⟨5⟩⟨6⟩x⟨/6⟩term');
    expect(file.units[0]?.codes[2]).toEqual({ id: 3, kind: 'other', start: '<i>', end: '</i>' });
  });

  it('tells what is wrong by its line and takes the rest', () => {
    const { file, problems } = read(
      fileOf(
        [
          '<trans-unit id="1"><source>a</source><target>b</target></trans-unit>',
          '<trans-unit id="1"><source>c</source></trans-unit>',
          '<trans-unit id="2"><target>d</target></trans-unit>',
          '<trans-unit><source>e</source></trans-unit>',
          '<trans-unit id="4"><source xml:lang="en">f</source></trans-unit>',
          '<trans-unit id="5"><source>g<b>h</b></source></trans-unit>',
          '<trans-unit id="6"><source>i</source><target>k</target></trans-unit>',
        ].join('\n'),
      ),
    );
    expect(problems.map(({ code, line, unit }) => [code, line, unit])).toEqual([
      ['exchange.id_repeated', 4, '1'],
      ['exchange.element_missing', 5, '2'],
      ['exchange.attribute_missing', 6, ''],
      ['exchange.language_differs', 7, '4'],
      ['exchange.element_misplaced', 8, '5'],
    ]);
    expect(file.units.map(({ id }) => id)).toEqual(['6']);
  });

  it('refuses what it is not', () => {
    const refused = (xml: string) => {
      expect(() => read(xml)).toThrow(ExchangeRefused);
    };
    refused('<xliff version="3.0"/>');
    refused('<tmx version="1.4"/>');
    refused(fileOf('', 'source-language="no language"'));
    refused(fileOf('', ''));
  });

  it('reads files of other tools', () => {
    const images = read(real('BinUnitTest01.xlf'));
    expect(images.problems).toEqual([]);
    expect(
      images.file.units.map(({ id, source, translatable }) => [id, source, translatable]),
    ).toEqual([
      ['0', 'Do not translate this.', false],
      ['1', 'Text number 1', true],
      ['img1-1', 'Text of image 1', true],
    ]);
    const poem = read(real('addingElements.xlf'));
    expect(poem.problems).toEqual([]);
    expect([poem.file.sourceLanguage, poem.file.targetLanguage]).toEqual(['enm', 'en']);
    expect(poem.file.units[3]).toMatchObject({
      source: 'I shal yow faire shewe.',
      target: 'I fairly will show.',
      state: 'draft',
      line: 49,
    });
  });
});
