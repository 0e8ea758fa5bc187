import { sentences } from '@desk/languages';
import type { Figure } from '../bench/figures.js';
import {
  boundaryScores,
  caseHolds,
  newsParagraphs,
  sentenceCases,
  type TestLanguage,
} from '../bench/sentence-scores.js';
import { share } from './rates.js';

/** Language, what stands between two sentences, and the least F1. */
const goals: readonly [TestLanguage, string, number][] = [
  ['en', ' ', 0.99],
  ['vi', ' ', 0.985],
  ['km', ' ', 0.985],
  ['km', '', 0.945],
];

/** Sentence boundaries found in news joined back into paragraphs, and in hand-made hard cases. */
export async function sentencesFigures(): Promise<Figure[]> {
  const news = goals.map(([language, glue, least]): Figure => {
    const { precision, recall, f1 } = boundaryScores(
      newsParagraphs(language),
      language,
      sentences,
      glue,
    );
    return {
      what: `sentence boundaries, ${language}${glue === '' ? ', no space between' : ''}: F1`,
      measured: f1.toFixed(3),
      baseline: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
      ratio: '',
      goal: `at least ${least} ${f1 >= least ? '✓' : '✗'}`,
    };
  });
  const cases = sentenceCases();
  const held = cases.filter((one) => caseHolds(one, sentences)).length;
  return [...news, share('sentences of hard cases', [held, cases.length], { least: 0.9 })];
}
