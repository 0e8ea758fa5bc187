import { comparable } from '@desk/languages';
import { codeTokens, plainText } from '../segments/code-text.js';
import { khmerWords } from './khmer-words.js';

/** A text as the memory compares it: its words, and apart from them what costs little. */
export interface FoldedText {
  /** Words in small letters, tone marks in one place; numbers in ASCII digits. No punctuation. */
  readonly words: readonly string[];
  /** Codes (marks, breaks, footnotes) that the text holds, pairs counted once. */
  readonly codes: number;
  /** The text with its case and punctuation: equal for texts that may share a translation. */
  readonly exact: string;
}

/** Words beyond these are not compared: no segment is so long, but a hostile one. */
const MAX_COMPARED = 8_000;
const KHMER_DIGIT = /[\u17E0-\u17E9]/g;
const TOKEN =
  /[0-9]+(?:[.,:/-][0-9]+)*|[\u17DD\u1780-\u17D3\u17D7\u17DC]+|(?:(?![\u1780-\u17DD])[\p{L}\p{M}\p{N}])+/gu;

/** Folds the written form of a segment. */
export function foldText(codeText: string): FoldedText {
  const plain = codeText.includes('⟨') ? plainText(codeText) : codeText;
  const words: string[] = [];
  const folded = comparable(plain.slice(0, MAX_COMPARED)).replace(KHMER_DIGIT, asciiDigit);
  for (const [token] of folded.matchAll(TOKEN)) {
    if (isKhmer(token)) words.push(...khmerWords(token));
    else words.push(token);
  }
  return { words, codes: codesIn(codeText), exact: exactly(plain) };
}

export const isNumber = (word: string): boolean => (word.charCodeAt(0) - 48) >>> 0 < 10;

const isKhmer = (token: string): boolean => {
  const first = token.charCodeAt(0);
  return first >= 0x1780 && first <= 0x17dd;
};

const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) - 0x17e0);

const exactly = (plain: string): string =>
  plain
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const codesIn = (codeText: string): number =>
  codeText.includes('⟨')
    ? codeTokens(codeText).filter((token) => token.type === 'open' || token.type === 'lone').length
    : 0;
