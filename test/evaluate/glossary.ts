import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languages, languageSchema, type Language } from '@desk/languages';
import { findTerms, termIndex, type GlossaryTerm, type TermIndex } from '@desk/translation';
import { ratio, type Figure } from '../bench/figures.js';

const data = join(process.cwd(), 'test/data/glossary');

const sampleSchema = z.strictObject({
  language: languageSchema,
  row: z.int(),
  text: z.string(),
  terms: z.array(z.strictObject({ id: z.string(), text: z.string(), start: z.int() })),
});
export type SampleSentence = z.infer<typeof sampleSchema>;

export interface TermScores {
  readonly sentences: number;
  readonly terms: number;
  readonly precision: number;
  readonly recall: number;
}

/** The country names of the test data as a glossary. */
export function countryNames(): GlossaryTerm[] {
  const [header, ...rows] = readFileSync(join(data, 'country-names.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const columns = languages.map((language) => ({ language, at: header?.indexOf(language) ?? -1 }));
  return rows.flatMap((row) =>
    columns.map(({ language, at }): GlossaryTerm => ({
      conceptId: row[0] ?? '',
      language,
      term: row[at] ?? '',
      status: 'preferred',
    })),
  );
}

/** Sentences of running news with the country names that a reader found in them. */
export function sampleSentences(language: Language): SampleSentence[] {
  return readFileSync(join(data, 'sample.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => sampleSchema.parse(JSON.parse(line)))
    .filter((one) => one.language === language);
}

/** Precision and recall of the places found; a hit counts only with the very same beginning and end. */
export function termScores(
  index: TermIndex,
  sentences: readonly SampleSentence[],
  language: Language,
): TermScores {
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, terms } of sentences) {
    const got = new Set(
      findTerms(index, text, language).map(({ start, end }) => `${start}-${end}`),
    );
    const gold = terms.map((term) => `${term.start}-${term.start + term.text.length}`);
    right += gold.filter((place) => got.has(place)).length;
    found += got.size;
    wanted += gold.length;
  }
  return {
    sentences: sentences.length,
    terms: wanted,
    precision: right / found,
    recall: right / wanted,
  };
}

const GOAL = 0.95;

/** Terms found in running text, and how long five thousand of them take over an article. */
export function glossaryFigures(): Promise<Figure[]> {
  const index = termIndex(countryNames());
  const figures = languages.map((language): Figure => {
    const { sentences, terms, precision, recall } = termScores(
      index,
      sampleSentences(language),
      language,
    );
    const good = precision >= GOAL && recall >= GOAL;
    return {
      what: `glossary terms found, ${language} (${terms} in ${sentences} sentences)`,
      measured: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      baseline: '',
      ratio: '',
      goal: `both at least ${GOAL} ${good ? '✓' : '✗'}`,
    };
  });
  return Promise.resolve([...figures, ...languages.map(speedFigure)]);
}

const TERMS = 5_000;
const ARTICLE_SENTENCES = 130;
const GOAL_RATIO = 3;

/**
 * Terms cut out of other news, so that they share their words with the article. The baseline is
 * one regular expression a term, which knows of whole words and of capitals and of nothing else.
 */
function speedFigure(language: Language): Figure {
  const sentences = newsSentences(language);
  const words = sentences.slice(ARTICLE_SENTENCES).join(' ').split(/\s+/);
  const terms = Array.from({ length: TERMS }, (_, at): GlossaryTerm => {
    const from = (at * 37) % (words.length - 3);
    return {
      conceptId: String(at),
      language,
      term: words.slice(from, from + 2 + (at % 2)).join(' '),
      status: 'preferred',
    };
  });
  const index = termIndex(terms);
  const article = sentences.slice(0, ARTICLE_SENTENCES);
  const expressions = terms.map(({ term }) => {
    const plain = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{M}])${plain}(?![\\p{L}\\p{M}])`, 'giu');
  });
  const text = article.join('\n');
  const ours = best(() => article.map((sentence) => findTerms(index, sentence, language)));
  const plain = best(() => expressions.map((one) => text.match(one)));
  const found = ratio('', plain, ours, 'ms', GOAL_RATIO);
  return {
    what: `${TERMS} terms over an article of ${ARTICLE_SENTENCES} sentences, ${language}`,
    measured: `${ours.toFixed(0)} ms`,
    baseline: `${plain.toFixed(0)} ms (a regular expression a term)`,
    ratio: found.ratio,
    goal: found.goal,
  };
}

/** The best of seven times that `work` takes, in milliseconds: others may be using the machine. */
function best(work: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

function newsSentences(language: Language): string[] {
  const file = join(process.cwd(), 'test/data/ntrex/ntrex-news.tsv');
  const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const column = header?.split('\t').indexOf(language) ?? -1;
  return rows.map((row) => row.split('\t')[column] ?? '');
}
