import { readFileSync } from 'node:fs';
import type { Language } from '@desk/languages';
import { Chance } from './random.js';

const columns: Readonly<Record<Language, number>> = { en: 1, vi: 2, km: 3 };

/** The sentences of NTREX in one language. */
export function newsSentences(language: Language): string[] {
  return readFileSync('test/data/ntrex/ntrex-news.tsv', 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[columns[language]] ?? '')
    .filter((text) => text !== '');
}

/** The pieces that sentences are changed by: words, or for Khmer runs between its joints. */
function pieces(text: string, language: Language): string[] {
  if (language !== 'km') return text.split(' ');
  return Array.from(khmer.segment(text), ({ segment }) => segment);
}
const khmer = new Intl.Segmenter('km', { granularity: 'word' });
const glue = (language: Language): string => (language === 'km' ? '' : ' ');

/**
 * Makes sentences as a newsroom's memory gathers them over years: sentences cut at a comma and
 * joined with others, words and names exchanged for words of other sentences, numbers changed,
 * words left out and put in; some barely changed, some beyond recognition.
 */
export class SentenceMaker {
  private readonly cut: readonly (readonly string[])[];
  private readonly words: readonly string[];

  constructor(
    private readonly language: Language,
    private readonly chance: Chance,
  ) {
    this.cut = newsSentences(language).map((text) => pieces(text, language));
    this.words = this.cut.flat();
  }

  /** A sentence of the memory. */
  sentence(): string {
    const { chance } = this;
    let words = [...chance.of(this.cut)];
    const kind = chance.next();
    if (kind < 0.35) words = this.joined(words, chance.of(this.cut));
    else if (kind < 0.45) words = words.slice(0, 2 + chance.below(words.length));
    return this.said(this.changed(words, chance.next() * 0.45));
  }

  /** What comes to be translated: a sentence of the memory with a few changes, or a new one. */
  nextTo(known: string): string {
    const words = pieces(known, this.language);
    return this.said(this.changed(words, this.chance.next() * 0.4));
  }

  /** The beginning of one sentence and the end of another. */
  private joined(one: readonly string[], other: readonly string[]): string[] {
    const first = one.slice(0, Math.ceil(one.length * (0.3 + 0.4 * this.chance.next())));
    return [...first, ...other.slice(Math.floor(other.length * (0.3 + 0.4 * this.chance.next())))];
  }

  /** About this share of the words changed. */
  private changed(words: readonly string[], share: number): string[] {
    const { chance } = this;
    return words.flatMap((word) => {
      if (/\p{Nd}/u.test(word)) return chance.next() < 0.5 ? [word] : [this.otherNumber(word)];
      if (chance.next() >= share) return [word];
      const kind = chance.next();
      if (kind < 0.55) return [chance.of(this.words)];
      if (kind < 0.7) return [];
      if (kind < 0.85) return [word, chance.of(this.words)];
      return [this.misspelt(word)];
    });
  }

  private otherNumber(word: string): string {
    return word.replace(/[0-9]/g, () => String(this.chance.below(10)));
  }

  private misspelt(word: string): string {
    const at = this.chance.below(word.length);
    return word.slice(0, at) + word.slice(at + 1);
  }

  private said(words: readonly string[]): string {
    return words.join(glue(this.language));
  }
}
