import type { Language } from '@desk/languages';
import { clusterKey, KHMER_CLUSTER } from './khmer-cluster.js';
import { signKey, wordKey } from './word-key.js';

/** A word, a Khmer cluster or a sign of a text: the steps in which terms are looked for. */
export interface Token {
  readonly kind: 'word' | 'khmer' | 'sign';
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What stands before it: nothing, white space, or the end of a line. */
  readonly gap: 'none' | 'space' | 'line';
  /** A zero-width space stands before it: the writer says that a word begins. */
  readonly marked: boolean;
}

const ABBREVIATION = /(?:\p{Lu}\.){2,}/u;
const WORD =
  /[\p{L}\p{N}](?:[\u200B-\u200D\u2060\uFEFF]*[\p{M}]|[\u200B-\u200D\u2060\uFEFF\u00AD]*(?![\u1780-\u17B3])[\p{L}\p{N}])*/u;
const TOKEN = new RegExp(
  [
    String.raw`(?<between>[\s\u200B-\u200D\u2060\uFEFF\u00AD]+)`,
    `(?<khmer>${KHMER_CLUSTER.source})`,
    `(?<abbreviation>(?<![\\p{L}\\p{N}])${ABBREVIATION.source})`,
    `(?<word>${WORD.source})`,
    String.raw`(?<sign>[^])`,
  ].join('|'),
  'gu',
);

/** The tokens of a text in the places where they stand in it. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'none';
  let marked = false;
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const groups = match.groups ?? {};
    if (groups.between !== undefined) {
      gap = /[\n\r\u2028\u2029]/.test(found)
        ? 'line'
        : /\s/.test(found.replaceAll('\uFEFF', ''))
          ? 'space'
          : 'none';
      marked = found.includes('\u200B');
      continue;
    }
    const start = match.index;
    const common = { text: found, start, end: start + found.length, gap, marked };
    if (groups.khmer !== undefined) {
      tokens.push({ ...common, kind: 'khmer', key: clusterKey(found) });
    } else if (groups.abbreviation !== undefined) {
      tokens.push({ ...common, kind: 'word', key: wordKey(found.replaceAll('.', ''), language) });
    } else if (groups.word !== undefined) {
      tokens.push({ ...common, kind: 'word', key: wordKey(found, language) });
    } else {
      tokens.push({ ...common, kind: 'sign', key: signKey(found, language) });
    }
    gap = 'none';
    marked = false;
  }
  return tokens;
}
