import { textInCodeText } from '../segments/code-text.js';
import { type CheckedPair, checkedPair, type SegmentPair } from './checked-pair.js';
import { checkBrackets } from './brackets.js';
import { codeFindings } from './codes.js';
import { checkConsistency } from './consistency.js';
import { checkDocumentNumbers } from './document-numbers.js';
import { checkEndMark } from './end-mark.js';
import type {
  CheckName,
  CheckSetting,
  CheckSettings,
  Finding,
  Remark,
  Severity,
} from './finding.js';
import { checkForeignLetters } from './foreign-letters.js';
import { checkKhmerSpelling } from './khmer-spelling.js';
import { checkLength } from './length.js';
import { checkLinks } from './links.js';
import { checkMarkup } from './markup.js';
import { checkQuantities } from './quantities.js';
import { checkQuotes } from './quotes.js';
import { checkRepeatedWords } from './repeated-words.js';
import { checkSpaces } from './spaces.js';
import { checkTerms } from './terms.js';
import { checkUnicode, compositionFindings } from './unicode.js';
import { checkUntranslated } from './untranslated.js';
import { checkZeroWidth } from './zero-width.js';

type Check = (pair: CheckedPair) => Remark[];

/** Checks that compare what is said. They have nothing to say of a translation that is not there. */
const comparing: readonly Check[] = [
  checkMarkup,
  checkQuantities,
  checkDocumentNumbers,
  checkLinks,
  checkBrackets,
  checkQuotes,
  checkEndMark,
  checkTerms,
  checkConsistency,
  checkLength,
];
/** Checks that look at the translation by itself. */
const looking: readonly Check[] = [
  checkSpaces,
  checkForeignLetters,
  checkKhmerSpelling,
  checkZeroWidth,
  checkRepeatedWords,
];

/** Only what is surely wrong holds a submission up, unless a section says otherwise. */
export const defaultSettings: Readonly<Record<CheckName, CheckSetting>> = {
  codes: 'blocking',
  empty: 'blocking',
  markup: 'warning',
  untranslated: 'warning',
  numbers: 'warning',
  dates: 'warning',
  units: 'warning',
  document_numbers: 'warning',
  links: 'warning',
  brackets: 'warning',
  quotes: 'warning',
  end_mark: 'warning',
  spaces: 'warning',
  foreign_letters: 'warning',
  khmer_spelling: 'warning',
  zero_width: 'warning',
  unicode: 'warning',
  terms: 'warning',
  consistency: 'warning',
  length_limit: 'warning',
  length_ratio: 'warning',
  repeated_words: 'warning',
};

/**
 * What looks wrong in a translation, in the order of the text. Pure and quick enough for every
 * keystroke: linear in the length of the texts. Never throws.
 */
export function checkSegment(pair: SegmentPair, settings: CheckSettings = {}): Finding[] {
  const checked = checkedPair(pair);
  const remarks = remarksOn(checked);
  const found = [
    ...[...codeFindings(checked), ...compositionFindings(checked)].map((finding) => ({
      ...finding,
      doubtful: false,
    })),
    ...remarks.map((remark) => asFinding(remark, checked)),
  ];
  return found
    .flatMap(({ doubtful, ...finding }): Finding[] => {
      const severity = severityOf(finding.check, doubtful, settings);
      return severity === null ? [] : [{ ...finding, severity }];
    })
    .sort((one, other) => one.start - other.start);
}

function remarksOn(pair: CheckedPair): Remark[] {
  const untranslated = checkUntranslated(pair);
  const unicode = checkUnicode(pair);
  if (untranslated.some(({ check }) => check === 'empty')) return [...untranslated, ...unicode];
  const same = untranslated.some(({ key }) => key === 'same');
  const run = (checks: readonly Check[]) => checks.flatMap((check) => check(pair));
  return [
    ...untranslated,
    ...unicode,
    ...(same ? [] : run(comparing)),
    ...(same ? checkSpaces(pair) : run(looking)),
  ];
}

const severityOf = (
  check: CheckName,
  doubtful: boolean,
  settings: CheckSettings,
): Severity | null => {
  const setting = settings[check] ?? defaultSettings[check];
  if (setting === 'off') return null;
  return doubtful ? 'note' : setting;
};

function asFinding(remark: Remark, { from, to }: CheckedPair) {
  const { check, side, key, params = {}, doubtful = false, fix } = remark;
  const text = side === 'source' ? from : to;
  const start = text.startAt(remark.start);
  return {
    check,
    side,
    start,
    end: Math.max(start, text.endAt(remark.end)),
    message: { key: `checks:${check}.${key}`, params },
    doubtful,
    ...(fix && to.asWritten(fix.start, fix.end)
      ? {
          fix: {
            start: to.startAt(fix.start),
            end: Math.max(to.startAt(fix.start), to.endAt(fix.end)),
            text: textInCodeText(fix.text),
          },
        }
      : {}),
  };
}
