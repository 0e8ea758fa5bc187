import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyExchangeFile } from '../exchange.arbitrary.js';
import { ExchangeRefused } from '../problem.js';
import { readAll } from '../read-result.js';
import { readTmx } from './read-tmx.js';
import { writeTmx } from './write-tmx.js';

const read = (xml: string | Buffer) => readAll(readTmx(Buffer.from(xml)));
const real = (name: string) =>
  readFileSync(join(__dirname, '../../../../../test/data/cat-files', name));

describe('TMX', () => {
  it('of our own comes back as it was, broken drafts too', () => {
    fc.assert(
      fc.property(anyExchangeFile, (file) => {
        const { file: back, problems } = read([...writeTmx(file)].join(''));
        expect(problems).toEqual([]);
        const translated = file.units.filter(({ target }) => target !== '');
        expect(back.entries.map(({ line: _line, changed: _changed, ...entry }) => entry)).toEqual(
          translated.map(({ id, source, target, codes, notes, state, kind }) => ({
            id,
            texts: [
              { language: file.sourceLanguage, text: source },
              { language: file.targetLanguage, text: target },
            ],
            codes,
            notes: notes.map(({ text }) => ({ text, from: '' })),
            properties: [
              { type: 'x-state', value: state },
              ...(kind === '' ? [] : [{ type: 'x-kind', value: kind }]),
            ],
          })),
        );
        expect(back.sourceLanguage).toBe('vi');
      }),
      { numRuns: 300 },
    );
  });

  it.each(['ImportTest2C.tmx', 'a_small_test2.tmx', 'header_with_prop_and_note.tmx'])(
    'reads %s of another tool, in UTF-16 too',
    (name) => {
      const { file, problems } = read(real(name));
      expect(problems).toEqual([]);
      expect(file.sourceLanguage).toBe('en-us');
      expect(file.entries[0]?.texts.slice(0, 2)).toEqual([
        { language: 'en-us', text: '⟨1⟩⟨2⟩Click ⟨3/⟩ to start.⟨/2⟩' },
        {
          language: 'fr',
          text:
            name === 'ImportTest2C.tmx'
              ? '⟨1⟩⟨2⟩Cliquez ⟨3/⟩ pour commencer.⟨/2⟩'
              : '⟨2⟩⟨1⟩Cliquez ⟨3/⟩ pour commencer.⟨/2⟩',
        },
      ]);
      expect(file.entries[0]?.codes[1]).toEqual({ id: 2, kind: 'bold', start: '<B>', end: '</B>' });
      const wide = real(name)
        .toString('utf8')
        .replace(/^\uFEFF?/, '\uFEFF')
        .replace(/encoding="[^"]*"/, 'encoding="UTF-16"');
      expect(read(Buffer.from(wide.replaceAll('\n', '\r\n'), 'utf16le')).file.entries).toHaveLength(
        file.entries.length,
      );
    },
  );

  it('reads the oldest form: version 1.1, `lang`, no type of document, codes without numbers', () => {
    const { file, problems } = read(
      `<tmx version="1.1"><header srclang="VI"/><body><tu tuid="7" changedate="20200523T103000Z">
        <tuv lang="VI"><seg>Tin <ph>&lt;br&gt;</ph>tức <ph>&lt;hr&gt;</ph></seg></tuv>
        <tuv lang="KM"><seg>ព័ត៌មាន<ph>&lt;br&gt;</ph><ph>&lt;hr&gt;</ph></seg></tuv></tu></body></tmx>`,
    );
    expect(problems).toEqual([]);
    expect(file.entries).toMatchObject([
      {
        id: '7',
        changed: '20200523T103000Z',
        texts: [
          { language: 'VI', text: 'Tin ⟨1/⟩tức ⟨2/⟩' },
          { language: 'KM', text: 'ព័ត៌មាន⟨1/⟩⟨2/⟩' },
        ],
      },
    ]);
  });

  it('tells what is wrong by its line and takes the rest', () => {
    const { file, problems } = read(
      `<tmx version="1.4"><header srclang="vi"/><body>
<tu><tuv xml:lang="vi"><seg>a</seg></tuv><tuv xml:lang="km"/></tu>
<tu/>
<tu><tuv><seg>b</seg></tuv></tu>
<tu><tuv xml:lang="vi"><seg>c</seg></tuv><tuv xml:lang="km"><seg>d</seg></tuv></tu>
</body></tmx>`,
    );
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['exchange.element_missing', 2],
      ['exchange.element_missing', 3],
      ['exchange.language_unknown', 4],
    ]);
    expect(file.entries.map(({ texts }) => texts[0]?.text)).toEqual(['c']);
    expect(() => read('<tmx version="2.0"/>')).toThrow(ExchangeRefused);
    expect(() => read('<xliff version="1.2"/>')).toThrow(ExchangeRefused);
  });
});
