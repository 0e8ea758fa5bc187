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
  if (language === 'en') return isEnglishPart(tokens, from) || isGivenName(tokens, from, to);
  if (language !== 'vi') return false;
  if (hasDirectionBefore(tokens, from)) return true;
  return to - from === 1 && isPersonsName(tokens, from);
}

const ENGLISH_FIRST = new Set(['new', 'north', 'south', 'east', 'west']);

function isEnglishPart(tokens: readonly Token[], from: number): boolean {
  const before = wordBefore(tokens, from);
  if (before === undefined || !isCapital(before)) return false;
  if (before.key === 'northern') return tokens[from]?.key === 'ireland';
  return ENGLISH_FIRST.has(before.key);
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

const DIRECTIONS = new Set(['bắc', 'nam', 'đông', 'tây']);
/** After these a direction only says where: phía Nam nước Pháp, miền Bắc Ấn Độ, Việt Nam. */
const NO_NAME = new Set([
  'phía',
  'miền',
  'vùng',
  'hướng',
  'bờ',
  'khu',
  'việt',
  'á',
  'âu',
  ...DIRECTIONS,
]);

function hasDirectionBefore(tokens: readonly Token[], from: number): boolean {
  const before = wordBefore(tokens, from);
  if (before === undefined || !isCapital(before) || !DIRECTIONS.has(before.key)) return false;
  return !NO_NAME.has(wordBefore(tokens, from - 1)?.key ?? '');
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
