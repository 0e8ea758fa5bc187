import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeCodes, ExchangeRefused } from '../problem.js';
import { readAll } from '../read-result.js';
import { readXliff2 } from './read-xliff-2.js';

const suite = join(__dirname, '../../../../../test/data/xliff-2.1/suite');

/** Invalid in 2.0, and no longer among the invalid files of 2.1. */
const allowedNow = [
  'bad_DifferentCopyOfInScAndEc.xlf',
  'bad_DifferentDirInScAndEc.xlf',
  'bad_DifferentSubTypeInScAndEc.xlf',
  'bad_DifferentTypeInScAndEc.xlf',
  'bad_NonIsolatedEcWithStartRef.xlf',
  'Bad-res_target-xml_lang.xlf',
];

const filesIn = (folder: string): string[] =>
  readdirSync(join(suite, folder))
    .filter((name) => name.endsWith('.xlf'))
    .map((name) => join(folder, name));

/** What is wrong with a file: code and line, also when it is refused as a whole. */
function faults(file: string): { code: string; line: unknown }[] {
  try {
    const { problems } = readAll(readXliff2(readFileSync(join(suite, file))));
    return problems.map(({ code, line }) => ({ code, line }));
  } catch (error) {
    if (!(error instanceof ExchangeRefused)) throw error;
    return [{ code: error.code, line: error.at.line }];
  }
}

const valid = ['core/valid', 'core/in-out', 'modules/valid'].flatMap(filesIn);
const invalid = ['core/invalid', 'modules/invalid']
  .flatMap(filesIn)
  .filter((file) => !allowedNow.some((name) => file.endsWith(name)));

describe('the test suite of XLIFF 2.1', () => {
  it.each(valid)('takes %s', (file) => {
    expect(faults(file)).toEqual([]);
  });

  it.each(invalid)('refuses %s with a reason and a line', (file) => {
    const found = faults(file);
    expect(found.length).toBeGreaterThan(0);
    for (const { code, line } of found) {
      expect(exchangeCodes).toContain(code);
      expect(line).toBeGreaterThan(0);
    }
  });

  it('is no XLIFF 2.1 without its namespace, nor in it what has none', () => {
    const file = (namespace: string, inner: string) =>
      `<xliff ${namespace} version="2.1" srcLang="vi"><file id="f"><unit id="u">${inner}<segment><source>a</source></segment></unit></file></xliff>`;
    const read = (xml: string) => () => readAll(readXliff2(Buffer.from(xml))).problems;
    const own = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"';
    expect(read(file('', ''))).toThrow(ExchangeRefused);
    expect(read(file(own, ''))()).toEqual([]);
    expect(read(file(own, '<x xmlns="urn:x"/>'))()).toEqual([]);
    expect(read(file(own, '<x xmlns=""/>'))()).toMatchObject([
      { code: 'exchange.element_misplaced', line: 1, unit: 'u' },
    ]);
  });

  it('has files of each kind', () => {
    expect([valid.length, invalid.length]).toEqual([32, 53]);
  });
});
