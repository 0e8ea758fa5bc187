import type { WritingFinding, WritingLine } from '@desk/contracts';
import { bare, comparable, type Language } from '@desk/languages';
import { finding } from '../finding.js';

interface Written {
  readonly line: WritingLine;
  readonly from: number;
  readonly words: string;
}

/** Two to five words, the first with a capital: what a name could be. */
const start = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu;
const MOST_WORDS = 5;

/**
 * The same name written in two ways: with other capitals (Hoàng Sa, Hoàng sa) or other marks
 * (Lê Hoàng Minh, Lê Hoàng Mình). A name is at least two words that all have a capital somewhere;
 * the way that is rarer is found, and the other one offered.
 */
export function findNames(lines: readonly WritingLine[], language: Language): WritingFinding[] {
  const written = lines.flatMap(namesOf);
  const byName = new Map<string, Written[]>();
  for (const one of written) {
    const key = bare(one.words);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const found = [...byName.values()].flatMap((all) => oddOnes(all, language));
  return found.filter((one) => !found.some((other) => other !== one && isWithin(one, other)));
}

const isWithin = (one: WritingFinding, other: WritingFinding): boolean =>
  one.path === other.path &&
  one.from >= other.from &&
  one.to <= other.to &&
  one.to - one.from < other.to - other.from;

/** Every run of two to five words that begins with a capital. */
function namesOf(line: WritingLine): Written[] {
  return [...line.words.matchAll(start)].flatMap(({ index: from }) => {
    const rest = /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*/u.exec(line.words.slice(from))?.[0] ?? '';
    const words = rest.split(' ');
    return Array.from({ length: Math.min(MOST_WORDS, words.length) - 1 }, (_, more) => ({
      line,
      from,
      words: words.slice(0, more + 2).join(' '),
    }));
  });
}

const capitals = (words: string): number => words.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
const isWhole = (words: string): boolean => capitals(words) === words.split(' ').length;
const isShouted = (words: string): boolean => words === words.toUpperCase();

function oddOnes(all: readonly Written[], language: Language): WritingFinding[] {
  const ways = new Map<string, number>();
  for (const { words } of all) if (!isShouted(words)) ways.set(words, (ways.get(words) ?? 0) + 1);
  const named = [...ways].filter(([words]) => isWhole(words));
  if (named.length === 0 || ways.size < 2) return [];
  const [best] = named.sort(([, one], [, other]) => other - one)[0] ?? [];
  if (best === undefined) return [];
  return all
    .filter(
      ({ words, line, from }) =>
        differs(words, best, language) && !beginsSentence(line, from, words),
    )
    .map(({ line, from, words }) =>
      finding(line, {
        kind: 'name',
        from,
        to: from + words.length,
        words,
        corrections: [best],
        other: best,
      }),
    );
}

/**
 * Otherwise than by the place of a tone, which is another matter; in English otherwise than by
 * capitals, which titles have at will.
 */
function differs(words: string, best: string, language: Language): boolean {
  if (words === best || isShouted(words)) return false;
  return comparable(words) === comparable(best)
    ? language === 'vi' && capitals(words) !== capitals(best)
    : isWhole(words);
}

/** At the start of a sentence a capital may say nothing: Trường sa thải người… */
const beginsSentence = (line: WritingLine, from: number, words: string): boolean =>
  capitals(words) === 1 && /(?:^|[.!?…:“"]\s*)$/u.test(line.words.slice(0, from));
