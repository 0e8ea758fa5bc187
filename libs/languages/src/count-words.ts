import type { Language } from './language.js';

/** Segmenting takes more than linear time on long runs without a break, so it works by pieces. */
const MAX_PIECE = 2_000;

const segmenters = new Map<Language, Intl.Segmenter>();

/** Words by the rules of the language; Khmer, which has no spaces, by ICU's dictionary. */
export function countWords(text: string, language: Language): number {
  let words = 0;
  for (let start = 0; start < text.length; start += MAX_PIECE) {
    for (const segment of wordsOf(language).segment(text.slice(start, start + MAX_PIECE))) {
      if (segment.isWordLike === true) words += 1;
    }
  }
  return words;
}

function wordsOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}
