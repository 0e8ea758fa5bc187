import { decimalKey, readingsOf } from './decimal.js';
import { magnitudeAt, type Magnitude } from './magnitudes.js';
import type { Quantity } from './quantity.js';

/** Digits with their separators; groups parted by spaces only where each has three digits. */
const NUMBER =
  /(?<!\d)(?:[1-9]\d{0,2}(?:[ \u00A0\u202F\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/g;
const ROMAN = /(?<![\p{L}\d])(?:[XV]?I{1,3}|I?[VX]|XI?[VX]|XX[IVX]{0,4})(?![\p{L}\d])/gu;

/** Numbers in digits with the words that multiply them; takes text with its digits folded. */
export function writtenNumbers(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    const token = match[0];
    const magnitude = magnitudeAt(text, start + token.length);
    const before = found.at(-1);
    const joined = before ? sumWith(before, text, start, token, magnitude) : null;
    if (joined) found.splice(-1, 1, joined);
    else found.push(numberAt(text, start, token, magnitude));
  }
  return [...found, ...romanNumbers(text)];
}

function numberAt(text: string, start: number, token: string, magnitude: Magnitude): Quantity {
  const end = magnitude.end;
  const { keys, scaledKeys, row } = readingsOf(token);
  const scaled = magnitude.powers.flatMap((power) =>
    (power === 0 ? keys : scaledKeys).map((key) => shifted(key, power)),
  );
  return {
    kind: 'number',
    start,
    end,
    text: text.slice(start, end),
    keys: [...new Set([...scaled, ...decades(text, start, token)])],
    parts: partsOf(start, token, row),
    certainty: 'firm',
    ...(isScore(text, start, start + token.length) ? { unspoken: true as const } : {}),
  };
}

/** `1-0`, `2:2`: never told in words. */
const isScore = (text: string, start: number, end: number): boolean =>
  /\d[-–:]$/.test(text.slice(Math.max(0, start - 2), start)) ||
  /^[-–:]\d/.test(text.slice(end, end + 2));

/** `1990s` may be `thập niên 90`. */
function decades(text: string, start: number, token: string): string[] {
  if (
    !/^(?:1[5-9]|20)?\d0$/.test(token) ||
    !/^'?s(?!\p{L})/u.test(text.slice(start + token.length))
  )
    return [];
  return [decimalKey(token.slice(-2)), decimalKey(`19${token.slice(-2)}`)];
}

/** A row (`1.2.3`, `3,4`) or groups that spaces part may be numbers by themselves. */
function partsOf(start: number, token: string, row: readonly string[] | null): Quantity[] {
  const pieces = row ?? (/\s/.test(token) ? token.split(/\s/) : []);
  return pieces.map((piece) => ({
    kind: 'number',
    start,
    end: start + token.length,
    text: piece,
    keys: readingsOf(piece).keys,
    parts: [],
    certainty: 'firm',
  }));
}

const shifted = (key: string, power: number): string => {
  const [digits = '0', exponent = '0'] = key.split('e');
  return decimalKey(digits, '', Number(exponent) + power);
};

/** `10 tỷ 500 triệu` is one number. */
function sumWith(
  before: Quantity,
  text: string,
  start: number,
  token: string,
  magnitude: Magnitude,
): Quantity | null {
  if (!magnitude.said || !/^\s$/.test(text.slice(before.end, start))) return null;
  const one = Number(before.keys[0]);
  const other = Number(numberAt(text, start, token, magnitude).keys[0]);
  const power = magnitude.powers[0] ?? 0;
  const unit = 10 ** power;
  if (!(one > other) || one % (unit * 1_000) !== 0 || one / unit > 1e9) return null;
  const sum = (one + other) / unit;
  if (!Number.isInteger(sum)) return null;
  return {
    ...before,
    end: magnitude.end,
    text: text.slice(before.start, magnitude.end),
    keys: [decimalKey(String(sum), '', power)],
  };
}

/** `thế kỷ XX` may answer for 20; a lone `I` is a word. */
const romanNumbers = (text: string): Quantity[] =>
  [...text.matchAll(ROMAN)].flatMap((match): Quantity[] =>
    match[0] === 'I'
      ? []
      : [
          {
            kind: 'number',
            start: match.index,
            end: match.index + match[0].length,
            text: match[0],
            keys: [decimalKey(String(romanValue(match[0])))],
            parts: [],
            certainty: 'soft',
          },
        ],
  );

function romanValue(text: string): number {
  const values = [...text].map((sign) => ({ I: 1, V: 5, X: 10 })[sign] ?? 0);
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}
