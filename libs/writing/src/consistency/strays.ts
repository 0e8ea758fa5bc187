import type { WritingFinding, WritingLine } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { finding } from '../finding.js';

/** What programs leave behind where they had nothing to say. */
const strays =
  /(?<![\p{L}\d_.])(?:null(?! and void)|undefined|NaN|\[object Object\])(?![\p{L}\d_(])/gu;
/** In English some of these are words: only at the edge of a line they are surely none. */
const straysInEnglish =
  /^(?:null|undefined|NaN)(?=\s+\p{Lu})|\[object Object\]|(?<=\s)(?:null|undefined|NaN)$/gu;

/** Words that nobody says twice. Other doubled words are a way of speaking: luôn luôn, xa xa. */
const onceInVietnamese =
  'của|và|là|các|những|được|trong|cho|với|để|có|đã|đang|sẽ|này|tại|về|từ|ở|theo|một|khi|do|nên|thì|mà|vào|bị|như|trên|cùng|hoặc';
const doubledIn: Readonly<Record<Language, RegExp>> = {
  vi: new RegExp(`(?<![\\p{L}\\p{M}])(${onceInVietnamese})[ \u00a0]+\\1(?![\\p{L}\\p{M}])`, 'giu'),
  en: /(?<![\p{L}\p{M}-])(?!(?:had|that|her|very|so|no|bye|ha|knock)\b)(\p{L}{2,})[ \u00a0]+\1(?![\p{L}\p{M}'’-])/giu,
  km: /(\p{Script=Khmer}{4,})[ \u200b]+\1(?!\p{Script=Khmer})/gu,
};

/** Stray words of programs, and words that stand twice. */
export function findStrays(line: WritingLine, language: Language): WritingFinding[] {
  const left = [...line.words.matchAll(language === 'en' ? straysInEnglish : strays)].map(
    ({ 0: words, index: from }) =>
      finding(line, { kind: 'stray', from, to: from + words.length, words, corrections: [''] }),
  );
  const twice = [...line.words.matchAll(doubledIn[language])]
    // Two names in a row: Nauru Nauru is one, Bora Bora another.
    .filter(({ 0: both, 1: once = '' }) => !(/^\p{Lu}/u.test(once) && both.endsWith(once)))
    .map(({ 0: words, 1: once = '', index: from }) =>
      finding(line, {
        kind: 'doubled',
        from,
        to: from + words.length,
        words,
        corrections: [once],
        safe: true,
      }),
    );
  return [...left, ...twice];
}
