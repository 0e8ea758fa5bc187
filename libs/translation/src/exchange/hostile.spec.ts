import { detectFormat } from './detect-format.js';
import { ExchangeRefused } from './problem.js';
import { readAll } from './read-result.js';
import { readTmx } from './tmx/read-tmx.js';
import { readXliff1 } from './xliff-1/read-xliff-1.js';
import { readXliff2 } from './xliff-2/read-xliff-2.js';

const XLIFF2 =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="km"><file id="f">';
const XLIFF1 =
  '<xliff version="1.2"><file original="a" datatype="html" source-language="vi"><body>';

/** How a file ends: refused with a code, or taken with so many problems; and how long it took. */
function outcome(
  read: (bytes: Uint8Array) => Generator<void, { problems: readonly unknown[] }>,
  text: string,
) {
  const began = process.cpuUsage();
  let ends: string | number;
  try {
    ends = readAll(read(Buffer.from(text))).problems.length;
  } catch (error) {
    if (!(error instanceof ExchangeRefused)) throw error;
    ends = error.code;
  }
  const { user, system } = process.cpuUsage(began);
  return { ends, seconds: (user + system) / 1e6 };
}

describe('hostile files', () => {
  it('of a million segments are refused before they fill the memory', () => {
    const unit = (index: number) =>
      `<unit id="${String(index)}"><segment><source>a</source></segment></unit>`;
    const many = `${XLIFF2}${Array.from({ length: 250_000 }, (_, index) => unit(index)).join('')}</file></xliff>`;
    const before = process.memoryUsage().heapUsed;
    const { ends, seconds } = outcome(readXliff2, many);
    expect(ends).toBe('exchange.too_many_segments');
    expect(seconds).toBeLessThan(60);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(1024 * 1024 * 1024);
  }, 120_000);

  it.each([
    [
      'one unit of many codes',
      `${XLIFF2}<unit id="1"><segment><source>${Array.from({ length: 100_000 }, (_, index) => `<sc id="a${String(index)}"/>`).join('')}</source></segment></unit></file></xliff>`,
      readXliff2,
    ],
    [
      'one unit of many segments that point everywhere',
      `${XLIFF2}<unit id="1" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:matches>${'<mtc:match ref="#s1"><source>a</source><target>b</target></mtc:match>'.repeat(40_000)}</mtc:matches>${Array.from({ length: 40_000 }, (_, index) => `<segment id="s${String(index)}"><source>a</source><target order="${String(index + 1)}">b</target></segment>`).join('')}</unit></file></xliff>`,
      readXliff2,
    ],
    [
      'many attributes of sizes',
      `${XLIFF2}<unit id="1" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"><segment><source>${Array.from({ length: 60_000 }, (_, index) => `<ph id="a${String(index)}" slr:sizeInfoRef="x"/>`).join('')}</source></segment></unit></file></xliff>`,
      readXliff2,
    ],
    [
      'many codes in 1.2',
      `${XLIFF1}<trans-unit id="1"><source>${Array.from({ length: 100_000 }, (_, index) => `<x id="a${String(index)}"/>`).join('')}</source></trans-unit></body></file></xliff>`,
      readXliff1,
    ],
    [
      'many texts in one unit of a memory',
      `<tmx version="1.4"><header srclang="vi"/><body><tu>${'<tuv xml:lang="vi"><seg><bpt i="1"/>a<ept i="1"/></seg></tuv>'.repeat(60_000)}</tu></body></tmx>`,
      readTmx,
    ],
  ] as const)(
    'take their time: %s',
    (_name, text, read) => {
      expect(outcome(read, text).seconds).toBeLessThan(60);
    },
    120_000,
  );

  it('are told by their first element what they are', () => {
    const format = (text: string) => detectFormat(Buffer.from(text));
    expect(format(XLIFF2)).toBe('xliff-2.1');
    expect(format(`\uFEFF\n${XLIFF1}`)).toBe('xliff-1.2');
    expect(format('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">')).toBe('tmx');
    expect(format('<martif/>')).toBe('martif');
    expect(format('<tbx/>')).toBe('tbx');
    expect(format('concept,language,term\n')).toBe('csv');
    expect(detectFormat(Buffer.from('\uFEFF<?xml version="1.0"?><tmx/>', 'utf16le'))).toBe('tmx');
    expect(() => format('<html/>')).toThrow(ExchangeRefused);
    expect(() => format(' \n')).toThrow(ExchangeRefused);
    expect(() => format('<!DOCTYPE a [<!ENTITY b "c">]><tmx/>')).toThrow(ExchangeRefused);
  });
});
