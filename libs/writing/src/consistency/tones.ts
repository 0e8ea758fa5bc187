import type { WritingFinding, WritingLine } from '@desk/contracts';
import { finding } from '../finding.js';
import { tonePlaceOf, withTonePlace, type TonePlace } from '../tone-place.js';

/**
 * Tones in another place than the section writes them. Without a rule of the section: those
 * of the rarer kind, where a text has both.
 */
export function findTonePlaces(
  lines: readonly WritingLine[],
  rule: TonePlace | null,
): WritingFinding[] {
  const words = lines.flatMap((line) =>
    [...line.words.matchAll(/[\p{L}\p{M}]{2,}/gu)].flatMap(({ 0: word, index }) => {
      const place = tonePlaceOf(word);
      return place ? [{ line, word, from: index, place }] : [];
    }),
  );
  const old = words.filter(({ place }) => place === 'old').length;
  const wanted = rule ?? (old * 2 >= words.length ? 'old' : 'new');
  return words
    .filter(({ place }) => place !== wanted)
    .map(({ line, word, from }) =>
      finding(line, {
        kind: rule ? 'tone_place' : 'tone_mixed',
        from,
        to: from + word.length,
        words: word,
        corrections: [withTonePlace(word, wanted)],
        safe: true,
      }),
    );
}
