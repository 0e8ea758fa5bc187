import {
  analysisBands,
  type AnalysisBand,
  type ReviewFigures,
  type Workload,
  type WorkProgress,
} from '@desk/contracts';
import { effort } from './band.js';

export interface Counted {
  readonly band: AnalysisBand;
  readonly segments: number;
  readonly words: number;
}

/** What there was to do, by how much of it was there already. */
export function workloadOf(counted: readonly Counted[]): Workload {
  const bands = analysisBands.flatMap((band) => {
    const own = counted.filter((one) => one.band === band);
    const segments = sum(own, 'segments');
    return segments === 0 ? [] : [{ band, segments, words: sum(own, 'words') }];
  });
  const words = sum(bands, 'words');
  const weightedWords = Math.round(
    bands.reduce((total, { band, words: own }) => total + own * effort[band], 0),
  );
  const segments = sum(bands, 'segments');
  return { segments, words, weightedWords, savedWords: words - weightedWords, bands };
}

function sum<Key extends 'segments' | 'words'>(
  all: readonly Readonly<Record<Key, number>>[],
  key: Key,
): number {
  return all.reduce((total, one) => total + one[key], 0);
}

export function workProgressOf(
  segments: readonly { readonly words: number; readonly confirmed: boolean }[],
): WorkProgress {
  const done = segments.filter(({ confirmed }) => confirmed);
  const words = sum(segments, 'words');
  const confirmedWords = sum(done, 'words');
  return {
    segments: segments.length,
    confirmedSegments: done.length,
    words,
    confirmedWords,
    percent: words === 0 ? 100 : Math.floor((100 * confirmedWords) / words),
  };
}

export interface Changed extends Counted {
  readonly origin: ReviewFigures['origin'];
  readonly engine: string | null;
  /** Per cent changed times words, summed. */
  readonly changedWords: number;
}

/** How much review changed, long sentences counting more than short ones. */
export const reviewFigures = (changed: readonly Changed[]): ReviewFigures[] =>
  changed.map(({ origin, engine, band, segments, words, changedWords }) => ({
    origin,
    engine,
    band,
    segments,
    words,
    changedPercent: words === 0 ? 0 : Math.round((10 * changedWords) / words) / 10,
  }));
