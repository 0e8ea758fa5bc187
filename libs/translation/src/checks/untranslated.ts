import { comparable, type Language } from '@desk/languages';
import type { CheckedPair } from './checked-pair.js';
import type { Remark } from './finding.js';
import { spansOf } from './spans.js';

/** So many words in a row no name explains; fewer where the other words are in another script. */
const copiedWords = (target: Language): number => (target === 'km' ? 4 : 6);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** Nothing at all, only invisible characters, the source as it is, or a good part of it. */
export function checkUntranslated({
  from,
  to,
  sourceLanguage,
  targetLanguage,
}: CheckedPair): Remark[] {
  const whole = { side: 'target' as const, start: 0, end: to.text.length };
  if (!/[^\s\u200B-\u200D\u2060\uFEFF\uFFFC]/u.test(to.text)) {
    return /[\p{L}\p{N}]/u.test(from.text) ? [{ ...whole, check: 'empty', key: 'empty' }] : [];
  }
  if (sourceLanguage === targetLanguage) return [];
  const words = spansOf(from.text, WORD);
  const ordinary = words.filter(({ text }) => !/^[\p{Lu}\p{N}]/u.test(text));
  if (comparable(from.text) === comparable(to.text)) {
    // Names and numbers alone are the same in every language.
    if (ordinary.length === 0 && words.length < 8) return [];
    return [
      {
        ...whole,
        check: 'untranslated',
        key: 'same',
        ...(words.length < 2 ? { doubtful: true } : {}),
      },
    ];
  }
  return copied(from.text, to.text, copiedWords(targetLanguage));
}

/** Runs of words that stand in the translation as in the source, names and quoted titles aside. */
function copied(source: string, target: string, least: number): Remark[] {
  const theirs = new Set<string>();
  const words = (text: string) => spansOf(text, WORD);
  const key = (all: readonly { text: string }[]) =>
    all.map(({ text }) => text.toLowerCase()).join(' ');
  const from = words(source);
  for (let at = 0; at + least <= from.length; at += 1) {
    theirs.add(key(from.slice(at, at + least)));
  }
  const to = words(target);
  const remarks: Remark[] = [];
  for (let at = 0; at + least <= to.length; at += 1) {
    if (!theirs.has(key(to.slice(at, at + least)))) continue;
    let end = at + 1;
    while (end + least <= to.length && theirs.has(key(to.slice(end, end + least)))) {
      end += 1;
    }
    const run = to.slice(at, end - 1 + least);
    at = end - 1 + least;
    const small = run.filter(({ text }) => /^\p{Ll}/u.test(text));
    if (small.length * 2 < run.length) continue;
    const [start, stop] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
    const quoted = /["“«‘'‹(]\s?$/.test(target.slice(Math.max(0, start - 2), start));
    remarks.push({
      check: 'untranslated',
      side: 'target',
      start,
      end: stop,
      key: 'part',
      params: { text: target.slice(start, Math.min(stop, start + 80)) },
      ...(quoted ? { doubtful: true } : {}),
    });
  }
  return remarks;
}
