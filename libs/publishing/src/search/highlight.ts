import type { SearchQuery, Term } from './query.js';
import { pieces, wordOf, type Word } from './words.js';

/** A piece of a text that is shown; `hit`: it is what was sought. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text in parts, with what the query found in it. */
export function highlighted(text: string, query: SearchQuery): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end } of hitsIn(text, query)) {
    if (start > from) parts.push({ text: text.slice(from, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}

const AROUND = 90;
const SNIPPET = 240;

/** A passage of a long text around the place where most of what was sought stands together. */
export function snippet(text: string, query: SearchQuery): Part[] {
  const hits = hitsIn(text, query);
  let best = { start: 0, count: 0 };
  hits.forEach(({ start }, index) => {
    let count = 0;
    while ((hits[index + count]?.end ?? Infinity) < start + SNIPPET - AROUND) count += 1;
    if (count > best.count) best = { start, count };
  });
  const from = best.start <= AROUND ? 0 : settled(text, best.start - AROUND);
  const to = from + SNIPPET >= text.length ? text.length : settled(text, from + SNIPPET);
  const parts = highlighted(text.slice(from, to).trim(), query);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}

const segmenter = new Intl.Segmenter('km', { granularity: 'grapheme' });

/** The nearest place not after `at` where a text may be cut: a space, or between two letters. */
function settled(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - 30), at);
  const space = near.search(/\s\S*$/u);
  if (space >= 0) return at - near.length + space + 1;
  let cut = Math.max(0, at - 30);
  // A letter of Khmer with its signs stays whole.
  while (cut > 0 && /[\u17B4-\u17D3\u17DD\p{M}\u200B-\u200D]/u.test(text.charAt(cut))) cut -= 1;
  for (const { segment } of segmenter.segment(text.slice(cut, at + 10))) {
    if (cut + segment.length > at) break;
    cut += segment.length;
  }
  return cut;
}

/** Where the text has what is sought, in order, what touches taken together. */
function hitsIn(text: string, { terms }: SearchQuery): Range[] {
  if (terms.length === 0) return [];
  const words = terms.filter((term) => term.kind !== 'khmer');
  const found: Range[] = [];
  for (const piece of pieces(text)) {
    const end = piece.start + piece.text.length;
    if (!piece.khmer && isSought(wordOf(piece.text), words))
      found.push({ start: piece.start, end });
  }
  for (const term of terms) {
    if (term.kind !== 'khmer') continue;
    for (const match of text.matchAll(khmerPattern(term.run))) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return joined(
    found.sort((one, other) => one.start - other.start),
    text,
  );
}

function isSought(word: Word, terms: readonly Term[]): boolean {
  return terms.some((term) => {
    if (term.kind === 'khmer') return false;
    if (term.kind === 'phrase') return term.words.some((one) => one.bare === word.bare);
    return term.prefix ? word.bare.startsWith(term.word.bare) : word.bare === term.word.bare;
  });
}

const UNSEEN = '[\\u200B-\\u200D\\u2060\\uFEFF]*';
/** What is kept in one spelling may stand in the text in the other (`khmerOf`). */
const spellings: Readonly<Record<string, string>> = {
  '\u17BE': '(?:\u17BE|\u17C1\u17B8)',
  '\u17C4': '(?:\u17C4|\u17C1\u17B6)',
  '\u17D2\u178A': '\u17D2[\u178A\u178F]',
};

/** The rest of the last letter, with what stands above and below it, is marked along. */
function khmerPattern(run: string): RegExp {
  const letters = run.match(/\u17D2\u178A|[^]/gu) ?? [];
  const sought = letters.map((letter) => spellings[letter] ?? letter).join(UNSEEN);
  return new RegExp(`${sought}(?:[\\u17B6-\\u17D1\\u17DD]|\\u17D2[\\u1780-\\u17A2])*`, 'gu');
}

function joined(ranges: readonly Range[], text: string): Range[] {
  const together: Range[] = [];
  for (const range of ranges) {
    const last = together.at(-1);
    if (last && /^\s?$/u.test(text.slice(last.end, Math.max(last.end, range.start)))) {
      together[together.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      together.push(range);
    }
  }
  return together;
}
