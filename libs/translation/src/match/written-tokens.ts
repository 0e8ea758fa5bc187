import { comparable } from '@desk/languages';
import { khmerWords } from './khmer-words.js';

/** A part of a segment's written form; joined they are the text. */
export interface WrittenToken {
  readonly kind: 'word' | 'number' | 'space' | 'sign' | 'code';
  readonly text: string;
  /** Equal for parts that a translator takes for the same. */
  readonly key: string;
}

const INVISIBLE = String.raw`[\u200B-\u200D\u2060\uFEFF]*`;
const TOKEN = new RegExp(
  [
    String.raw`(?<code>⟨/?[1-9]\d{0,5}/?⟩)`,
    String.raw`(?<number>\p{Nd}+(?:[.,:/-]\p{Nd}+)*)`,
    String.raw`(?<khmer>[\u17DD\u1780-\u17D3\u17D7\u17DC](?:${INVISIBLE}[\u17DD\u1780-\u17D3\u17D7\u17DC])*)`,
    String.raw`(?<word>(?:(?![\u1780-\u17DD])[\p{L}\p{M}\p{N}])+)`,
    String.raw`(?<space>[\s\u200B-\u200D\u2060\uFEFF]+)`,
    String.raw`(?<sign>[^])`,
  ].join('|'),
  'gu',
);

/** Cuts the written form of a segment into words, numbers, spaces, signs and codes. */
export function writtenTokens(codeText: string): WrittenToken[] {
  const tokens: WrittenToken[] = [];
  for (const { 0: text, groups = {} } of codeText.normalize('NFC').matchAll(TOKEN)) {
    if (groups.code !== undefined) tokens.push({ kind: 'code', text, key: text });
    else if (groups.number !== undefined) {
      tokens.push({ kind: 'number', text, key: asciiDigits(text) });
    } else if (groups.khmer !== undefined) tokens.push(...khmerTokens(text));
    else if (groups.word !== undefined) tokens.push({ kind: 'word', text, key: comparable(text) });
    else if (groups.space !== undefined) tokens.push({ kind: 'space', text, key: spaceKey(text) });
    else tokens.push({ kind: 'sign', text, key: signKey(text) });
  }
  return tokens;
}

/** ០ to ៩ as 0 to 9. */
export const asciiDigits = (text: string): string =>
  text.replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));

/** Zero-width characters are no ends of words to ICU, but they belong to the word before them. */
function khmerTokens(run: string): WrittenToken[] {
  const tokens: WrittenToken[] = [];
  let rest = run;
  for (const word of khmerWords(run.replace(/[\u200B-\u200D\u2060\uFEFF]/g, ''))) {
    const end = endOf(rest, word.length);
    tokens.push({ kind: 'word', text: rest.slice(0, end), key: word });
    rest = rest.slice(end);
  }
  return tokens;
}

/** Past so many visible units and what is invisible after them. */
function endOf(text: string, visible: number): number {
  let end = 0;
  for (let seen = 0; end < text.length; end += 1) {
    if (/[\u200B-\u200D\u2060\uFEFF]/.test(text.charAt(end))) continue;
    if (seen === visible) break;
    seen += 1;
  }
  return end;
}

const spaceKey = (text: string): string => (/\s/.test(text.replaceAll('\uFEFF', '')) ? ' ' : '');

function signKey(sign: string): string {
  if (/[“”„«»"]/.test(sign)) return '"';
  if (/[’‘ʼ`´']/.test(sign)) return "'";
  return /[\u2010-\u2015\u2212-]/.test(sign) ? '-' : sign;
}
