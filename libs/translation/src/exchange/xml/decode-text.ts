import { ExchangeRefused } from '../problem.js';
import { limits } from './limits.js';

const CHUNK = 1 << 16;
const START = { line: 1, column: 1 };

/** In how many pieces a file is read. */
export const piecesIn = (bytes: Uint8Array): number => Math.ceil(bytes.length / CHUNK) + 1;

/** What old tools of Windows wrote, Vietnamese ones too. */
const singleByte = ['iso-8859-1', 'windows-1252', 'windows-1258'] as const;
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (typeof singleByte)[number];

/**
 * The text of a file in pieces: UTF-8, or UTF-16 in either order, told by a byte order mark, by
 * the zeros between letters, or by an XML declaration, which may also name an old encoding.
 * @throws ExchangeRefused `exchange.too_large`, `exchange.empty`, `exchange.encoding_unknown`,
 *   `exchange.encoding_broken`
 */
export function* decodeText(
  bytes: Uint8Array,
  where: () => { line: number; column: number } = () => START,
): Generator<string> {
  if (bytes.length > limits.bytes) {
    throw new ExchangeRefused('exchange.too_large', START, { megabytes: limits.bytes >> 20 });
  }
  if (bytes.length === 0) throw new ExchangeRefused('exchange.empty', START);
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const piece = bytes.subarray(from, from + CHUNK);
    yield decoded(() => decoder.decode(piece, { stream: true }), encoding, where);
  }
  yield decoded(() => decoder.decode(), encoding, where);
}

function decoded(
  decode: () => string,
  encoding: Encoding,
  where: () => { line: number; column: number },
): string {
  try {
    return decode();
  } catch {
    throw new ExchangeRefused('exchange.encoding_broken', where(), { encoding });
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  const begin = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    begin,
  );
  const encoding = declared?.[1]?.toLowerCase() ?? 'utf-8';
  const old = singleByte.find((name) => name === encoding);
  if (old !== undefined) return old;
  if (!['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(encoding) || (a === 0xff && b === 0xfe)) {
    throw new ExchangeRefused('exchange.encoding_unknown', START, { encoding });
  }
  return 'utf-8';
}
