import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sentenceRulesSrx } from '../../libs/languages/src/index.js';
import { anyExchangeFile } from '../../libs/translation/src/exchange/exchange.arbitrary.js';
import {
  ExchangeRefused,
  readAll,
  readXliff2,
  writeMartif,
  writeTbx,
  writeTmx,
  writeXliff1,
  writeXliff2,
  type ExchangeFile,
  type GlossaryFileConcept,
} from '../../libs/translation/src/exchange/index.js';
import { mutations } from './mutations.js';
import { Schemas } from './schemas.js';

let folder: string;
let schemas: Schemas;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-schemas-'));
  schemas = new Schemas(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files of ours of every kind, broken drafts among them. */
const files = fc.sample(anyExchangeFile, { numRuns: 60, seed: 7 });

function written(write: (file: ExchangeFile) => Iterable<string>, suffix: string): string[] {
  return files.map((file, index) => {
    const path = join(folder, `ours-${String(index)}.${suffix}`);
    writeFileSync(path, [...write(file)].join(''));
    return path;
  });
}

const concepts: GlossaryFileConcept[] = [
  {
    id: '018f0000-0000-7000-8000-000000000001',
    domain: 'tổ chức',
    definition: 'Cơ quan hành chính <nhà nước> & địa phương',
    note: 'Viết hoa',
    source: 'Luật Tổ chức chính quyền địa phương',
    terms: [
      { language: 'vi', term: 'Uỷ ban nhân dân', status: 'preferred', note: 'UBND' },
      { language: 'vi', term: 'Ủy ban nhân dân', status: 'admitted', note: '' },
      { language: 'km', term: 'គណៈកម្មាធិការប្រជាជន', status: 'preferred', note: '' },
      { language: 'en', term: "People's Council", status: 'forbidden', note: 'another body' },
    ],
  },
  {
    id: '018f0000-0000-7000-8000-000000000002',
    domain: '',
    definition: '',
    note: '',
    source: '',
    terms: [{ language: 'vi', term: 'xã', status: 'preferred', note: '' }],
  },
];

describe('what we write is valid', () => {
  it('as XLIFF 2.1, modules too', () => {
    expect(schemas.refusedByXliff2(written(writeXliff2, 'xlf'))).toEqual([]);
  });

  it('as XLIFF 1.2, with elements of our own as its transitional form allows', () => {
    expect(schemas.refusedByXliff1(written(writeXliff1, 'xliff'))).toEqual([]);
  });

  it('as SRX 2.0', () => {
    const srx = join(folder, 'sentences.srx');
    writeFileSync(srx, sentenceRulesSrx({ vi: ['TP', 'A<&>B'], en: [], km: ['ឯ.ឧ.'] }));
    expect(schemas.refusedBySrx([srx])).toEqual([]);
  });

  it('as TMX 1.4b', () => {
    const translated = files.filter(({ units }) => units.some(({ target }) => target !== ''));
    expect(translated.length).toBeGreaterThan(30);
    expect(schemas.refusedByTmx(written(writeTmx, 'tmx'))).toEqual([]);
  });

  it('as TBX, old and new', () => {
    const [newer, older] = [join(folder, 'new.tbx'), join(folder, 'old.tbx')];
    writeFileSync(newer, [...writeTbx(concepts)].join(''));
    writeFileSync(older, [...writeMartif(concepts)].join(''));
    expect(schemas.refusedByTbx([newer])).toEqual([]);
    expect(schemas.refusedByMartif([older])).toEqual([]);
    expect(schemas.refusedByTbx([older])).toEqual([older]);
  });
});

describe('our rules of XLIFF 2.1', () => {
  const suite = join(__dirname, '../data/xliff-2.1/suite');
  const valid = ['core/valid', 'core/in-out', 'modules/valid'].flatMap((part) =>
    readdirSync(join(suite, part)).map((name) => join(suite, part, name)),
  );

  function faults(path: string): string[] {
    try {
      return readAll(readXliff2(readFileSync(path))).problems.map(({ code }) => code);
    } catch (error) {
      if (!(error instanceof ExchangeRefused)) throw error;
      return [error.code];
    }
  }

  it('miss nothing that the schemas see, in files that were harmed at random', () => {
    expect(schemas.refusedByXliff2(valid)).toEqual([]);
    const harmed = valid.flatMap((path, file) =>
      [...mutations(readFileSync(path, 'utf8'), 150, file + 1)].map((xml, index) => {
        const copy = join(folder, `harmed-${String(file)}-${String(index)}.xlf`);
        writeFileSync(copy, xml);
        return copy;
      }),
    );
    expect(harmed.length).toBeGreaterThan(3000);
    const refused = schemas.refusedByXliff2(harmed);
    expect(refused.length).toBeGreaterThan(1500);
    expect(refused.filter((path) => faults(path).length === 0)).toEqual([]);
  });
});
