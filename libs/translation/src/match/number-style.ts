import type { Language } from '@desk/languages';
import { asciiDigits } from './written-tokens.js';

interface Style {
  readonly group: string;
  readonly decimal: string;
}

/** A number that may be written in the way of another language. */
interface Parts {
  readonly whole: string;
  readonly fraction: string | null;
  readonly grouped: boolean;
}

const separators: Readonly<Record<Language, Style>> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
  km: { group: '.', decimal: ',' },
};
/** Khmer is written with either, so both are tried. */
const readings = (language: Language): readonly Style[] =>
  language === 'km' ? [separators.km, separators.en] : [separators[language]];

/** Whether two numbers, each in its language, may say the same. */
export function saysSame(one: string, from: Language, other: string, to: Language): boolean {
  const [left, right] = [asciiDigits(one), asciiDigits(other)];
  if (left === right) return true;
  return readings(from).some((leftStyle) =>
    readings(to).some((rightStyle) => {
      const [a, b] = [partsOf(left, leftStyle), partsOf(right, rightStyle)];
      return (
        a !== null && b !== null && a.whole === b.whole && (a.fraction ?? '') === (b.fraction ?? '')
      );
    }),
  );
}

/**
 * A number of one language in another, in the manner of what it takes the place of: `model` in
 * the target and `old`, which says the same, in the source.
 */
export function restyled(
  number: string,
  { old, model, from, to }: { old: string; model: string; from: Language; to: Language },
): string {
  const digits = asciiDigits(number);
  const sameStyle = /[.,]/.test(model) && asciiDigits(model) === asciiDigits(old);
  const parts = sameStyle ? null : partsOf(digits, styleOf([old, number], from));
  const plain = parts === null ? digits : written(parts, styleOf([model], to));
  const padded = /^[0០]\p{Nd}/u.test(model) && plain.length === 1 ? `0${plain}` : plain;
  return /[\u17E0-\u17E9]/.test(model) ? khmerDigits(padded) : padded;
}

/** The first way of the language in which the numbers can be read. */
const styleOf = (numbers: readonly string[], language: Language): Style =>
  readings(language).find((style) =>
    numbers.every((number) => partsOf(asciiDigits(number), style) !== null),
  ) ?? separators[language];

function partsOf(number: string, { group, decimal }: Style): Parts | null {
  const [whole = '', fraction, more] = number.split(decimal);
  if (more !== undefined || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const grouped = whole.includes(group);
  const groups = whole.split(group);
  const wellGrouped = groups.every((digits, at) =>
    at === 0 ? /^\d{1,3}$/.test(digits) : /^\d{3}$/.test(digits),
  );
  if (grouped ? !wellGrouped : !/^\d+$/.test(whole)) return null;
  return { whole: groups.join('').replace(/^0+(?=\d)/, ''), fraction: fraction ?? null, grouped };
}

function written({ whole, fraction, grouped }: Parts, { group, decimal }: Style) {
  const digits = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return fraction === null ? digits : `${digits}${decimal}${fraction}`;
}

const khmerDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
