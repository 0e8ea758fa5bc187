import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readAll,
  readXliff1,
  writeOmegatTmx,
  writeTmx,
  writeXliff1,
  type ExchangeFile,
  type ExchangeUnit,
} from '../../libs/translation/src/exchange/index.js';
import { program, Schemas } from './schemas.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-clients-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** News in Vietnamese and Khmer, with marks, a line break and what XML must escape. */
function news(): ExchangeUnit[] {
  const rows = readFileSync(join(__dirname, '../data/ntrex/ntrex-news.tsv'), 'utf8')
    .split('\n')
    .slice(1, 31)
    .map((line) => line.split('\t'));
  const pairs = rows.map(([, , vi = '', km = '']) => [vi, km] as const);
  const marked = [
    ['Tỉnh ⟨1⟩Bạc Liêu⟨/1⟩ có 7 phường.', 'ខេត្ត⟨1⟩បាក់លីវ⟨/1⟩មាន ៧ សង្កាត់។'],
    ['Xem ⟨1⟩trang của tỉnh⟨/1⟩,⟨2/⟩gọi 0291 & 0292.', 'មើល⟨1⟩គេហទំព័រខេត្ត⟨/1⟩⟨2/⟩ហៅ 0291 & 0292។'],
    ['⟨1⟩Đậm ⟨2⟩và nghiêng⟨/2⟩⟨/1⟩  hai khoảng trắng', '⟨1⟩ដិត ⟨2⟩និងទ្រេត⟨/2⟩⟨/1⟩  ដកឃ្លាពីរ'],
  ] as const;
  const codes: ExchangeUnit['codes'] = [
    { id: 1, kind: 'bold', start: '<b>', end: '</b>' },
    { id: 2, kind: 'italic', start: '<i>', end: '</i>' },
  ];
  const links: ExchangeUnit['codes'] = [
    { id: 1, kind: 'link', start: '<a href="https://example.org/?a=1&b=2">', end: '</a>' },
    { id: 2, kind: 'break', start: '<br/>', end: '' },
  ];
  return [...pairs, ...marked].map(([source, target], index) => ({
    id: `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    version: index,
    kind: index === 0 ? 'title' : 'paragraph',
    source,
    target,
    state: 'confirmed',
    translatable: true,
    codes: !source.includes('⟨')
      ? []
      : source.includes('⟨2/⟩')
        ? links
        : source.includes('⟨2⟩')
          ? codes
          : codes.slice(0, 1),
    notes: index === 0 ? [{ text: 'Tên riêng giữ nguyên', from: 'biên tập' }] : [],
    matches: [],
    terms: [],
  }));
}

const translated: ExchangeFile = {
  original: '018f0000-0000-7000-8000-0000000000aa',
  revision: '018f0000-0000-7000-8000-0000000000bb',
  sourceLanguage: 'vi',
  targetLanguage: 'km',
  units: news(),
};
const untranslated: ExchangeFile = {
  ...translated,
  units: translated.units.map((unit) => ({ ...unit, target: '', state: 'untranslated' })),
};

/** Translates with OmegaT: sources in, memory from `tm/auto`, translations out. */
function omegat(source: string, memory: string): string {
  rmSync(join(folder, 'project'), { recursive: true, force: true });
  const project = join(folder, 'project');
  for (const part of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(project, part), { recursive: true });
  }
  writeFileSync(join(project, 'source/task.xlf'), source);
  writeFileSync(join(project, 'tm/auto/memory.tmx'), memory);
  const places = ['source', 'target', 'tm', 'glossary', 'dictionary'].map(
    (part) => `<${part}_dir>__DEFAULT__</${part}_dir>`,
  );
  writeFileSync(
    join(project, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><omegat><project version="1.0">${places.join('')}<source_lang>vi</source_lang><target_lang>km</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
  );
  const home = mkdtempSync(join(folder, 'home-'));
  const { status, said } = program(
    'timeout',
    ['150', 'omegat', project, '--mode=console-translate', `--config-dir=${home}`],
    { HOME: home },
  );
  if (status !== 0) throw new Error(said);
  return readFileSync(join(project, 'target/task.xlf'), 'utf8');
}

/** What of a unit must survive the way through a tool. */
const kept = ({ id, version, source, target, codes, notes }: ExchangeUnit) => ({
  ...{ id, version, source, target, codes, notes },
});

describe('OmegaT', () => {
  it('opens our XLIFF 1.2 with our memory, and what it gives back comes in whole, marks too', () => {
    const back = omegat(
      [...writeXliff1(untranslated)].join(''),
      [...writeOmegatTmx(translated)].join(''),
    );
    const path = join(folder, 'back.xlf');
    writeFileSync(path, back);
    expect(new Schemas(folder).refusedByXliff1([path])).toEqual([]);
    const { file, problems } = readAll(readXliff1(Buffer.from(back)));
    expect(problems).toEqual([]);
    expect(file.revision).toBe(translated.revision);
    expect(file.units.map(kept)).toEqual(translated.units.map(kept));
  });

  it('takes our TMX of the common form for all sentences without marks', () => {
    const back = omegat(
      [...writeXliff1(untranslated)].join(''),
      [...writeTmx(translated)].join(''),
    );
    const { file } = readAll(readXliff1(Buffer.from(back)));
    expect(file.units.map(({ target }) => target)).toEqual(
      translated.units.map(({ source, target }) => (source.includes('⟨') ? '' : target)),
    );
  });
});

/** Units and source words as translate-toolkit counts them. */
function counted(path: string): { units: number; words: number } {
  const { out } = program('pocount', ['--csv', path]);
  const [header = '', row = ''] = out.trim().split('\n');
  const names = header.split(',').map((name) => name.trim());
  const cells = row.split(',').map((cell) => cell.trim());
  const value = (name: string) => Number(cells[names.indexOf(name)]);
  return { units: value('Total Message'), words: value('Total Source Words') };
}

describe('translate-toolkit', () => {
  const count = (file: ExchangeFile) => {
    const [xliff, tmx] = [join(folder, 'count.xlf'), join(folder, 'count.tmx')];
    writeFileSync(xliff, [...writeXliff1(file)].join(''));
    writeFileSync(tmx, [...writeTmx(file)].join(''));
    return { xliff: counted(xliff), tmx: counted(tmx) };
  };

  it('counts the units of our XLIFF 1.2 and our TMX as we do, and the same words in both', () => {
    const units = translated.units.filter(({ source }) => !source.includes('⟨'));
    const { xliff, tmx } = count({ ...translated, units });
    expect(xliff).toEqual(tmx);
    expect(xliff.units).toBe(units.length);
    expect(xliff.words).toBeGreaterThan(400);
  });

  it('sees each unit with marks, and all that is still to be translated', () => {
    const { xliff, tmx } = count(translated);
    expect([xliff.units, tmx.units]).toEqual([translated.units.length, translated.units.length]);
    const path = join(folder, 'count-open.xlf');
    writeFileSync(path, [...writeXliff1(untranslated)].join(''));
    expect(counted(path).units).toBe(translated.units.length);
  });
});
