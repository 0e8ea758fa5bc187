import { deskSteps, type Bottleneck, type WaitingStep } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { languages } from '@desk/languages';
import type { Sections } from '@desk/people';
import { finishedRows, waitingRows } from './bottleneck.queries.js';

/** How far back it is looked how long steps took. */
const DAYS = 30;
const DAY_MS = 86_400_000;
const HOUR_S = 3_600;

export async function bottleneckIn(sql: Sql, sections: Sections, at: Date): Promise<Bottleneck> {
  const [waiting, finished] = await Promise.all([
    waitingRows(sql, sections),
    finishedRows(sql, sections, new Date(at.getTime() - DAYS * DAY_MS)),
  ]);
  const steps = places.map((place): WaitingStep => {
    const now = waiting.find((one) => isAt(one, place));
    const past = finished.find((one) => isAt(one, place));
    return {
      ...place,
      waiting: now?.waiting ?? 0,
      oldestSince: now?.oldestSince ?? null,
      oldestEditionId: now?.oldestEditionId ?? null,
      finished: past?.finished ?? 0,
      medianHours: past ? Math.round((past.medianSeconds / HOUR_S) * 10) / 10 : null,
    };
  });
  return { days: DAYS, steps, slowest: slowestOf(steps, at) };
}

type Place = Pick<WaitingStep, 'step' | 'language'>;

/** The steps in the order of the work; translation once for each language. */
const places: readonly Place[] = deskSteps.flatMap((step): Place[] =>
  step === 'translation'
    ? languages.map((language) => ({ step, language }))
    : [{ step, language: null }],
);

const isAt = (one: Place, place: Place): boolean =>
  one.step === place.step && one.language === place.language;

/** By the median; where nothing was finished yet, by how long the oldest has waited. */
export function slowestOf(steps: readonly WaitingStep[], at: Date): Bottleneck['slowest'] {
  const hours = (one: WaitingStep): number =>
    one.medianHours ??
    (one.oldestSince === null
      ? -1
      : (at.getTime() - new Date(one.oldestSince).getTime()) / (HOUR_S * 1_000));
  const measured = steps.some(({ medianHours }) => medianHours !== null);
  const [slowest] = steps
    .filter((one) => (measured ? one.medianHours !== null : one.waiting > 0))
    .toSorted((one, other) => hours(other) - hours(one) || other.waiting - one.waiting);
  return slowest ? { step: slowest.step, language: slowest.language } : null;
}
