import { isLanguageTag } from '../language-tag.js';

/** The kinds of values that attributes of XLIFF 2.1 take. */
const oneOf =
  (...values: string[]) =>
  (value: string): boolean =>
    values.includes(value);
const decimal =
  (max: number) =>
  (value: string): boolean =>
    /^\s*[+]?(\d+(\.\d*)?|\.\d+)\s*$/.test(value) && Number(value) <= max;
const NMTOKEN = /^[-.:\w\u00B7\u00C0-\u{EFFFF}]+$/u;
const isToken = (value: string): boolean => NMTOKEN.test(value.trim());

const confidence = (value: string): boolean =>
  /^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*$/.test(value) &&
  Number(value) >= 0 &&
  Number(value) <= 1;
const positive = (value: string): boolean => /^\s*\+?0*[1-9]\d*\s*$/.test(value);

export const valueTypes = {
  any: () => true,
  uri: (value: string) => !/[<>"{}|^`\s]/.test(value.trim()) || /^[^<>"{}^`]*$/.test(value.trim()),
  yesNo: oneOf('yes', 'no'),
  yesNoFirstNo: oneOf('yes', 'no', 'firstNo'),
  direction: oneOf('ltr', 'rtl', 'auto'),
  space: oneOf('default', 'preserve'),
  preserve: oneOf('preserve'),
  appliesTo: oneOf('source', 'target'),
  metaAppliesTo: oneOf('source', 'target', 'ignorable'),
  token: isToken,
  tokens: (value: string) => value.trim() !== '' && value.trim().split(/\s+/).every(isToken),
  language: isLanguageTag,
  languageOrNone: (value: string) => value === '' || isLanguageTag(value),
  userDefined: (value: string) => /^[^\s:]+:[^\s:]+$/.test(value),
  codeType: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  markType: (value: string) =>
    ['generic', 'comment', 'term'].includes(value.trim()) || /^[^\s:]+:[^\s:]+$/.test(value),
  matchType: oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  priority: (value: string) => positive(value) && Number(value) <= 10,
  positive,
  integer: (value: string) => /^\s*[-+]?\d+\s*$/.test(value),
  percent: decimal(100),
  confidence,
  /** A character that XML cannot hold, as four to six hexadecimal digits. */
  codePoint: (value: string) =>
    /^(?:000[0-8BCEF]|001[0-9A-F]|007F|008[0-46-9A-F]|009[0-9A-F]|D[89A-F][0-9A-F]{2}|FFF[EF]|(?:[0-9A-F]|10)FFF[EF])$/i.test(
      value,
    ),
  normalization: oneOf('none', 'nfc', 'nfd'),
  include: oneOf('include', 'exclude'),
  itsVersion: oneOf('2.0'),
  issueType: oneOf(
    ...'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other'.split(
      ' ',
    ),
  ),
  htmlElement: oneOf(
    ...'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'.split(
      ' ',
    ),
  ),
} satisfies Record<string, (value: string) => boolean>;

export type ValueType = keyof typeof valueTypes;
