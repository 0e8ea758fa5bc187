import type { WritingFinding, WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { findNames } from './consistency/names.js';
import { findNumbers } from './consistency/numbers.js';
import { findStrays } from './consistency/strays.js';
import { findTonePlaces } from './consistency/tones.js';
import { finding } from './finding.js';
import { oldAlphabetOf } from './legacy/old-alphabet.js';
import { isOldKhmer } from './legacy/old-khmer.js';
import { findSlips } from './slips.js';
import { checkSpelling } from './spelling/spelling.js';
import type { Speller } from './spelling/speller.js';
import type { TonePlace } from './tone-place.js';

/** What the checks of a text go by. */
export interface WritingRules {
  readonly language: Language;
  readonly tonePlace: TonePlace | null;
  /** Words that the newsroom knows and dictionaries do not. */
  readonly ownWords: readonly string[];
}

/** All that can be said of a text while it is written, in reading order. */
export async function checkWriting(
  lines: readonly WritingLine[],
  { language, tonePlace, ownWords }: WritingRules,
  speller: Speller,
): Promise<{ spelling: boolean; findings: WritingFinding[] }> {
  const old = lines.flatMap(oldWriting);
  // What is in an old alphabet has no words yet that could be looked up.
  const readable = lines.filter(({ path }) => !old.some((one) => one.path === path));
  const spelling = await checkSpelling(readable, language, ownWords, tonePlace, speller);
  const found = [
    ...old,
    ...readable.flatMap((line) => findStrays(line, language)),
    ...(language === 'vi' ? readable.flatMap(findSlips) : []),
    ...(language === 'vi' ? findTonePlaces(readable, tonePlace) : []),
    ...(language === 'km' ? [] : findNames(readable, language)),
    ...findNumbers(readable, language),
    ...spelling.findings,
  ];
  const order = new Map(lines.map(({ path }, at) => [path, at]));
  return {
    spelling: spelling.known,
    findings: withoutOverlaps(found).sort(
      (one, other) =>
        (order.get(one.path) ?? 0) - (order.get(other.path) ?? 0) || one.from - other.from,
    ),
  };
}

function oldWriting(line: WritingLine): WritingFinding[] {
  const whole = { from: 0, to: line.words.length, words: line.words };
  const old = oldAlphabetOf(line.words);
  if (old) {
    return [
      finding(line, {
        kind: 'old_alphabet',
        ...whole,
        corrections: [old.text],
        other: old.alphabet,
      }),
    ];
  }
  return isOldKhmer(line.words) ? [finding(line, { kind: 'old_khmer', ...whole })] : [];
}

/** One place is marked once: the first rule that spoke of it is right. */
const withoutOverlaps = (all: readonly WritingFinding[]): WritingFinding[] =>
  all.filter(
    (one, at) =>
      !all
        .slice(0, at)
        .some((first) => first.path === one.path && first.from < one.to && one.from < first.to),
  );
