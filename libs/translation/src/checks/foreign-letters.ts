import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { type Span, spansOf } from './spans.js';

/** Letters that Vietnamese alone writes; é, à, ô and â are French too. */
const VIETNAMESE = /[ăđơưĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
const WORD = '\\p{Script=Latin}[\\p{Script=Latin}\\p{M}]*';
const LATIN_WORD = new RegExp(WORD, 'gu');
const LATIN_RUN = new RegExp(`${WORD}(?:[ \\u00A0-]${WORD})*`, 'gu');
/** From its first letter on; the sign of the riel and digits stand in other scripts too. */
const KHMER_RUN =
  /[\u1780-\u17B3][\p{Script=Khmer}\u200B]*(?: [\u1780-\u17B3][\p{Script=Khmer}\u200B]*)*/gu;

/** Letters of another language that were left in the translation; names stay as they are. */
export function checkForeignLetters(pair: CheckedPair): Remark[] {
  const { to, sourceLanguage, targetLanguage } = pair;
  if (sourceLanguage === targetLanguage) return [];
  if (targetLanguage === 'km') return vietnameseInKhmer(pair);
  const khmer = spansOf(to.text, KHMER_RUN).map((run) => remark('khmer', run, false));
  return targetLanguage === 'vi' ? khmer : [...khmer, ...vietnameseInEnglish(pair)];
}

/** In Khmer text any Vietnamese stands out; what is written in capitals may be a name. */
function vietnameseInKhmer({ from, to, sourceLanguage }: CheckedPair): Remark[] {
  const source = sourceLanguage === 'vi' ? (from.text.match(LATIN_WORD) ?? []) : [];
  const theirs = new Set<string>(source);
  return spansOf(to.text, LATIN_RUN).flatMap((run) => {
    const words = run.text.split(/[ \u00A0-]/);
    const small = words.filter((word) => /^\p{Ll}\p{L}/u.test(word));
    const copied = words.filter((word) => theirs.has(word));
    const vietnamese = VIETNAMESE.test(run.text) || copied.some(hasAccent);
    // A title in a third language has small words between its great ones.
    const plain =
      words.length - small.length <= 1 &&
      copied.some((word) => small.includes(word) && !units.has(word)) &&
      !partOfAddress(to.text, run);
    if (!vietnamese && !plain) return [];
    // A sentence's first word is written with a capital, though it may be no name.
    const began = words.length === 1 && words[0] === source[0] && VIETNAMESE.test(run.text);
    const common = words.some((word) => commonWords.has(word.toLowerCase()));
    return [remark('vietnamese', run, small.length === 0 && !began && !common)];
  });
}

/** In English text names keep their accents, and dishes may; two small words in a row were left. */
function vietnameseInEnglish({ from, to, sourceLanguage }: CheckedPair): Remark[] {
  const theirs = new Set(sourceLanguage === 'vi' ? from.text.match(LATIN_WORD) : []);
  const runs: Span[] = [];
  for (const word of spansOf(to.text, LATIN_WORD)) {
    if (!VIETNAMESE.test(word.text) && !(theirs.has(word.text) && hasAccent(word.text))) continue;
    const before = runs.at(-1);
    if (before && /^[ \u00A0]$/.test(to.text.slice(before.end, word.start))) {
      const text = to.text.slice(before.start, word.end);
      runs.splice(-1, 1, { start: before.start, end: word.end, text });
    } else runs.push(word);
  }
  return runs.flatMap((run) => {
    const small = run.text.split(/[ \u00A0]/).filter((word) => /^\p{Ll}/u.test(word));
    return small.length === 0 ? [] : [remark('vietnamese', run, small.length < 2)];
  });
}

const hasAccent = (word: string): boolean => /[^\p{ASCII}]/u.test(word);

/** `weather.com` and `5km` are the same in every language. */
const partOfAddress = (text: string, { start, end }: Span): boolean =>
  /[\p{N}@/._-]$/u.test(text.slice(Math.max(0, start - 1), start)) ||
  /^[.@/_]\p{L}/u.test(text.slice(end, end + 2));
const units = new Set(['km', 'kg', 'cm', 'mm', 'ha', 'ml']);
/** Words that begin sentences and no names. */
const commonWords = new Set(
  (
    'một ông các những trong sau khi theo tại nhưng và tôi chúng họ cô này đó đây với từ đến cho ' +
    'để vì do nếu tuy dù mặc ngày năm tháng hôm trước giữa cùng cả mọi mỗi người nhiều không có ' +
    'là được bị đã đang sẽ cũng vẫn còn như thế việc vào chủ phó giám ủy uỷ tổng kênh đảng cuộc ' +
    'chiếc sự ngoài nhà cơ khoảng gần hơn'
  ).split(' '),
);

const remark = (key: string, { start, end, text }: Span, doubtful: boolean): Remark => ({
  check: 'foreign_letters',
  side: 'target',
  start,
  end,
  key,
  params: { text: text.slice(0, 80) },
  ...(doubtful ? { doubtful } : {}),
});
