import { Comparison } from './comparison.js';
import { encode } from './encoded-text.js';
import { foldText } from './folded-text.js';
import { hashOf } from './signs.js';
import { Vocabulary } from './vocabulary.js';

/** Words of texts that were compared are forgotten when there are so many. */
const MOST_WORDS = 20_000;
let vocabulary = new Vocabulary();
let comparison = new Comparison(vocabulary);

/**
 * How alike two texts are as translators know it, 0 to 100, whole. 100: equal but for zero-width
 * characters, spaces and NFC; 99: equal but for case, punctuation and tone places.
 */
export function score(one: string, other: string): number {
  if (vocabulary.size > MOST_WORDS) {
    vocabulary = new Vocabulary();
    comparison = new Comparison(vocabulary);
  }
  const unit = foldText(other);
  const ids = Uint32Array.from(unit.words, (word) => vocabulary.take(word));
  const weight = ids.reduce((sum, id) => sum + vocabulary.weightOf(id), 0);
  comparison.with(encode(one, vocabulary));
  const { codes } = unit;
  const exactHash = hashOf(unit.exact);
  return Math.max(
    0,
    Math.floor(comparison.score({ ids, count: ids.length, weight, codes, exactHash }, 0)),
  );
}
