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
/** In this order: what is between, a Khmer cluster, an abbreviation, a word, any sign. */
const TOKEN = new RegExp(
  [
    String.raw`([\s\u200B-\u200D\u2060\uFEFF\u00AD]+)`,
    `(${KHMER_CLUSTER.source})`,
    `((?<![\\p{L}\\p{N}])${ABBREVIATION.source})`,
    `(${WORD.source})`,
    String.raw`[^]`,
  ].join('|'),
  'gu',
);

/** The tokens of a text in the places where they stand in it. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  const next = new RegExp(TOKEN);
  let gap: Token['gap'] = 'none';
  let marked = false;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [found, between, khmer, abbreviation, word] = match;
    if (between !== undefined) {
      gap = gapOf(between);
      marked = between.includes('\u200B');
      continue;
    }
    const start = match.index;
    const end = start + found.length;
    const kind = khmer !== undefined ? 'khmer' : (abbreviation ?? word) ? 'word' : 'sign';
    const key =
      khmer !== undefined
        ? clusterKey(khmer)
        : word !== undefined
          ? wordKey(word, language)
          : abbreviation !== undefined
            ? wordKey(abbreviation.replaceAll('.', ''), language)
            : signKey(found, language);
    tokens.push({ kind, text: found, key, start, end, gap, marked });
    gap = 'none';
    marked = false;
  }
  return tokens;
}

function gapOf(between: string): Token['gap'] {
  if (between === ' ') return 'space';
  if (/[\n\r\u2028\u2029]/.test(between)) return 'line';
  return /\s/.test(between.replaceAll('\uFEFF', '')) ? 'space' : 'none';
}
