import type { ChangeSign } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { foldDigits } from '../checks/quantities/fold-digits.js';
import { numberWords } from '../checks/quantities/number-words.js';
import { calendarWords, khmerBeforeNames, negations } from './telling-words.js';

const DATE = /^\d{1,4}([/.-])\d{1,2}(\1\d{2,4})?$/;
const WORD = /\p{Nd}[\p{Nd}.,:/-]*\p{Nd}|\p{Nd}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

interface Word {
  readonly key: string;
  readonly isName: boolean;
}

/** Which words that carry facts are other ones, or stand more or less often, than before. */
export function changedWords(before: string, now: string, language: Language): ChangeSign[] {
  const [old, fresh] = [wordsOf(before), wordsOf(now)];
  const changed = new Set(unequal(old, fresh));
  if (language === 'km') for (const word of unequalInside(before, now)) changed.add(word);
  const signs = new Set<ChangeSign>();
  for (const key of changed) {
    const sign = signOf(key, language);
    if (sign) signs.add(sign);
  }
  const named = [...old, ...fresh].some(({ key, isName }) => isName && changed.has(key));
  if (named || khmerNames(before) !== khmerNames(now)) signs.add('name');
  return [...signs];
}

function signOf(key: string, language: Language): ChangeSign | null {
  if (/^\p{Nd}/u.test(key)) return DATE.test(key) ? 'date' : 'number';
  if (calendarWords[language].includes(key)) return 'date';
  if (negations[language].includes(key) || /n['’]t$/.test(key)) return 'negation';
  return numberWords[language].has(key) ? 'number' : null;
}

/** A capital inside a sentence makes a name; at its start only when another follows. */
function wordsOf(text: string): Word[] {
  const found = foldDigits(text.normalize('NFC')).match(WORD) ?? [];
  const capital = (index: number): boolean => /^\p{Lu}/u.test(found[index] ?? '');
  return found.map((word, index) => ({
    key: word.toLocaleLowerCase('vi'),
    isName: capital(index) && (index > 0 || capital(1)),
  }));
}

/** The words that do not stand equally often on both sides. */
function unequal(old: readonly Word[], fresh: readonly Word[]): string[] {
  const counts = new Map<string, number>();
  for (const { key } of old) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key } of fresh) counts.set(key, (counts.get(key) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0).map(([key]) => key);
}

/** Khmer writes its words together: there the words that carry facts are counted inside. */
function unequalInside(before: string, now: string): string[] {
  const telling = [...numberWords.km.keys(), ...calendarWords.km, ...negations.km];
  const count = (text: string, word: string): number => text.split(word).length;
  const [old, fresh] = [unspaced(before), unspaced(now)];
  return telling.filter((word) => count(old, word) !== count(fresh, word));
}

/** What stands behind the words that Khmer puts before names. */
function khmerNames(text: string): string {
  const plain = unspaced(text);
  const names = khmerBeforeNames.flatMap((before) =>
    [...plain.matchAll(new RegExp(`${before}\\s?([\\u1780-\\u17D3]{2,12})`, 'g'))].map(
      ([, name]) => name ?? '',
    ),
  );
  return names.sort().join(' ');
}

const unspaced = (text: string): string => text.normalize('NFC').replace(/[\u200B-\u200D]/g, '');
