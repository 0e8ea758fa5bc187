import { ExchangeRefused } from './problem.js';
import { readXml } from './xml/read-xml.js';

export const translationFormats = ['xliff-1.2', 'xliff-2.1', 'tmx'] as const;
export type TranslationFormat = (typeof translationFormats)[number];
export const glossaryFormats = ['tbx', 'martif', 'csv'] as const;
export type GlossaryFormat = (typeof glossaryFormats)[number];
export type ExchangeFormat = TranslationFormat | GlossaryFormat;

const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d, 0x00]);

/**
 * The format of a file by what it begins with; what is no XML at all is a table.
 * @throws ExchangeRefused `exchange.format_unknown` for other XML, and what `readXml` throws
 */
export function detectFormat(bytes: Uint8Array): ExchangeFormat {
  const mark = bytes[0] === 0xef ? 3 : bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 0;
  const first = bytes.subarray(mark, mark + 1000).find((byte) => !SPACE.has(byte));
  if (first === undefined) throw new ExchangeRefused('exchange.empty', { line: 1, column: 1 });
  if (first !== 0x3c) return 'csv';
  let root: { local: string; version: string; line: number; column: number } | undefined;
  const reading = readXml(bytes, {
    open(tag, at) {
      root ??= { local: tag.local, version: tag.attributes.version?.value ?? '', ...at };
    },
    text: () => undefined,
    close: () => undefined,
  });
  while (root === undefined && reading.next().done !== true);
  if (root === undefined) throw new ExchangeRefused('exchange.empty', { line: 1, column: 1 });
  if (root.local === 'xliff') return root.version.startsWith('1') ? 'xliff-1.2' : 'xliff-2.1';
  if (root.local === 'tmx') return 'tmx';
  if (root.local === 'tbx') return 'tbx';
  if (root.local === 'martif') return 'martif';
  throw new ExchangeRefused('exchange.format_unknown', root, { element: root.local });
}
