import type { WritingFinding, WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { finding } from '../finding.js';
import { isSyllable } from '../syllable.js';
import { withTonePlace, type TonePlace } from '../tone-place.js';
import type { Speller } from './speller.js';
import { wordsToCheck } from './words-to-check.js';

/** Ways of writing that are right and that the dictionary does not have. */
const alsoRight = new Set([
  'quí',
  'sỹ',
  'điềm',
  'đăk',
  'đắk',
  'krông',
  'khơme',
  'ôtô',
  'đôla',
  'de',
  'al',
  'el',
  'du',
  'von',
  'cyber',
]);
/** More findings than that are no help: it is another language, or an old alphabet. */
const MOST = 200;

export interface Spelling {
  readonly known: boolean;
  readonly findings: readonly WritingFinding[];
}

/** The words that neither the dictionaries nor the newsroom know. */
export async function checkSpelling(
  lines: readonly WritingLine[],
  language: Language,
  own: readonly string[],
  tonePlace: TonePlace | null,
  speller: Speller,
): Promise<Spelling> {
  const accepted = new Set([
    ...own.map((one) => withTonePlace(one.toLowerCase(), 'new')),
    ...alsoRight,
  ]);
  const words = wordsToCheck(lines, language).filter(({ asked }) => !accepted.has(asked));
  const { known, unknown } = await speller.unknown(language, [
    ...new Set(words.map(({ asked }) => asked)),
  ]);
  const findings = words.flatMap(({ line, from, word, asked }) => {
    const corrections = unknown.get(asked);
    if (!corrections) return [];
    const good = corrections.filter((one) => language !== 'vi' || isSyllable(one));
    return [
      finding(line, {
        kind: 'spelling',
        from,
        to: from + word.length,
        words: word,
        corrections: good.map((one) =>
          likeWritten(word, tonePlace === 'old' ? withTonePlace(one, 'old') : one),
        ),
      }),
    ];
  });
  return { known, findings: findings.slice(0, MOST) };
}

/** With a capital where the word has one. */
const likeWritten = (word: string, correction: string): string =>
  /^\p{Lu}/u.test(word) ? correction.slice(0, 1).toUpperCase() + correction.slice(1) : correction;
