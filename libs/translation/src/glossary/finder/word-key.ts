import { comparable, type Language } from '@desk/languages';
import { remembered } from './remembered.js';

/** kĩ and kỹ, lí and lý, tỉ and tỷ are the same syllables. */
const I_OR_Y = /^((?:qu|[hklmstv]))([ìíỉĩị]|i)$/u;
const TO_Y: Readonly<Record<string, string>> = {
  i: 'y',
  ì: 'ỳ',
  í: 'ý',
  ỉ: 'ỷ',
  ĩ: 'ỹ',
  ị: 'ỵ',
};

function vietnameseKey(word: string): string {
  return comparable(word).replace(
    I_OR_Y,
    (_, onset: string, vowel: string) => onset + (TO_Y[vowel] ?? vowel),
  );
}

function englishKey(word: string): string {
  const bare = comparable(word).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return bare === 'saint' ? 'st' : bare;
}

const keys = { vi: remembered(vietnameseKey), en: remembered(englishKey) };

/**
 * What a word is looked up by. Vietnamese keeps its marks, for they tell words apart; in English
 * they are lost, for there they are foreign (Cần Thơ, Can Tho, Curaçao).
 */
export function wordKey(word: string, language: Language): string {
  return keys[language === 'en' ? 'en' : 'vi'](word);
}

const AND: Readonly<Record<Language, string>> = { vi: 'và', en: 'and', km: '&' };

/** What a sign is looked up by: `&` is read as "and", apostrophes and hyphens are of one kind. */
export function signKey(sign: string, language: Language): string {
  if (sign === '&') return AND[language];
  if (/[’‘ʼ`´]/.test(sign)) return "'";
  if (/[\u2010-\u2015\u2212]/.test(sign)) return '-';
  return sign;
}
