import type { Language } from '@desk/languages';
import { isCapital } from './letter-case.js';
import type { Token } from './tokens.js';

/**
 * Whether a short name stands in a longer one that means something else: Ireland in Northern
 * Ireland, Nga in bà Nguyễn Thị Nga. Only for names of one or two words.
 */
export function isInLongerName(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
): boolean {
  if (language === 'km') return false;
  if (isInPlaceName(tokens, from, to, language)) return true;
  if (language === 'en') return isGivenName(tokens, from, to);
  return to - from === 1 && isPersonsName(tokens, from);
}

/** What makes another place of a name: the word before, then the names. */
const OTHER_PLACES: Readonly<Record<'vi' | 'en', ReadonlyMap<string, ReadonlySet<string>>>> = {
  vi: placesOf({
    bắc: 'ireland|macedonia',
    nam: 'sudan|triều tiên|georgia',
    đông: 'timor|đức',
    tây: 'đức|sahara',
  }),
  en: placesOf({
    new: 'mexico|jersey|guinea|england|wales',
    north: 'korea|macedonia|vietnam|viet nam',
    south: 'sudan|korea|georgia|china|vietnam|viet nam',
    east: 'timor|germany|china',
    west: 'germany',
    northern: 'ireland|cyprus',
  }),
};

function placesOf(places: Readonly<Record<string, string>>) {
  return new Map(Object.entries(places).map(([word, names]) => [word, new Set(names.split('|'))]));
}

/** Northern Ireland, Nam Sudan; also the ocean that is called after India. */
function isInPlaceName(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: 'vi' | 'en',
): boolean {
  const name = tokens
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ');
  const before = wordBefore(tokens, from);
  if (before && isCapital(before) && OTHER_PLACES[language].get(before.key)?.has(name)) return true;
  const next = tokens[to];
  return name === 'ấn độ' && next?.key === 'dương' && next.gap === 'space';
}

/** Countries that people are called after: Jordan Spieth and Michael Jordan are none. */
const GIVEN_NAMES = new Set(['jordan', 'chad', 'georgia']);

function isGivenName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from !== 1 || !GIVEN_NAMES.has(tokens[from]?.key ?? '')) return false;
  const next = tokens[to];
  if (next?.gap === 'space' && isCapital(next)) return true;
  const before = wordBefore(tokens, from);
  return before !== undefined && isCapital(before) && wordBefore(tokens, from - 1) !== undefined;
}

const SURNAMES = new Set(
  'nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý trương đinh đoàn lâm mai thạch sơn danh'.split(
    ' ',
  ),
);
const ADDRESSES = new Set('ông bà anh chị cô chú bác em cậu dì thầy'.split(' '));

/** The last syllable of a Vietnamese person's name. */
function isPersonsName(tokens: readonly Token[], from: number): boolean {
  const before = wordBefore(tokens, from);
  if (before === undefined) return false;
  if (ADDRESSES.has(before.key))
    return !isCapital(before) || wordBefore(tokens, from - 1) === undefined;
  for (let at = from; at > from - 3; at -= 1) {
    const word = wordBefore(tokens, at);
    if (word === undefined || !isCapital(word)) return false;
    if (SURNAMES.has(word.key)) return true;
  }
  return false;
}

export function wordBefore(tokens: readonly Token[], at: number): Token | undefined {
  const before = tokens[at - 1];
  return before?.kind === 'word' && tokens[at]?.gap === 'space' ? before : undefined;
}
