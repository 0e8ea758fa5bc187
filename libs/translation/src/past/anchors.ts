import type { Language } from '@desk/languages';
import { documentNumbersIn } from '../checks/document-numbers.js';
import { linksIn } from '../checks/links.js';
import { foldDigits } from '../checks/quantities/fold-digits.js';
import { quantitiesIn } from '../checks/quantities/quantities.js';

/** Finds what a glossary says about a text: the same keys for the same concept in each language. */
export type ConceptsIn = (text: string, language: Language) => readonly string[];

/** Something that a translation is likely to keep, and how likely. */
export interface Anchor {
  readonly key: string;
  readonly kept: number;
}

const KEPT = { verbatim: 0.95, quantity: 0.85, concept: 0.7, name: 0.6, sign: 0.75 };
/** Names in Latin letters; Khmer texts keep foreign ones, and words of other languages. */
const LATIN_WORD = /(?<![\p{L}\p{M}])[\p{Script=Latin}][\p{Script=Latin}\p{M}\d'’]*/gu;
const MAX_TEXT = 20_000;

export type AnchorReader = (text: string, language: Language) => readonly Anchor[];

/** Reads each text once, though it may be asked for as a block and again as a sentence. */
export function anchorReader(concepts?: ConceptsIn): AnchorReader {
  const known = new Map<string, readonly Anchor[]>();
  return (text, language) => {
    const key = `${language} ${text}`;
    const anchors = known.get(key) ?? anchorsIn(text, language, concepts);
    known.set(key, anchors);
    return anchors;
  };
}

/** All anchors of a text, each key once. */
function anchorsIn(text: string, language: Language, concepts?: ConceptsIn): Anchor[] {
  const cut = text.slice(0, MAX_TEXT).normalize('NFC');
  const found = new Map<string, number>();
  const add = (key: string, kept: number) => {
    found.set(key, Math.max(found.get(key) ?? 0, kept));
  };
  const verbatim = [...linksIn(cut), ...documentNumbersIn(cut)];
  for (const span of verbatim) add(`v:${foldDigits(span.text)}`, KEPT.verbatim);
  for (const quantity of quantitiesIn(cut, language, verbatim)) {
    if (quantity.certainty !== 'firm') continue;
    for (const part of [quantity, ...quantity.parts]) {
      if (part.keys[0] !== undefined) add(`n:${part.keys[0]}`, KEPT.quantity);
    }
  }
  for (const [word] of cut.matchAll(LATIN_WORD)) {
    if (language === 'km' ? word.length > 1 : /^\p{Lu}/u.test(word) && word.length > 1) {
      add(`w:${folded(word)}`, KEPT.name);
    }
  }
  for (const concept of concepts?.(cut, language) ?? []) add(`c:${concept}`, KEPT.concept);
  for (const sign of signsOf(cut)) add(sign, KEPT.sign);
  return [...found].map(([key, kept]) => ({ key, kept }));
}

const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s?$/, '')
    .toLowerCase()
    .replaceAll('đ', 'd');

/** What sort of sentence it is: a question, an exclamation, one that quotes, one in brackets. */
function signsOf(text: string): string[] {
  const signs: string[] = [];
  if (/[?？]["'”’»)\s]*$/u.test(text)) signs.push('s:?');
  if (/["“”«»]/u.test(text)) signs.push('s:"');
  if (/\([^)]*\p{L}/u.test(text)) signs.push('s:(');
  if (/[:៖]["'”’»)\s]*$/u.test(text)) signs.push('s:end:');
  return signs;
}
