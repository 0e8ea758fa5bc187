import { deskSteps, type Bottleneck, type TaskKind, type WaitingStep } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { languages } from '@desk/languages';
import type { Sections } from '@desk/people';
import { stepOf } from '../step.policy.js';
import { finishedRows, standingRows, type StandingRow } from './bottleneck.queries.js';

/** How far back it is looked how long steps took. */
const DAYS = 30;
const DAY_MS = 86_400_000;
const HOUR_S = 3_600;

export async function bottleneckIn(sql: Sql, sections: Sections, at: Date): Promise<Bottleneck> {
  const [standing, finished] = await Promise.all([
    standingRows(sql, sections),
    finishedRows(sql, sections, new Date(at.getTime() - DAYS * DAY_MS)),
  ]);
  const steps = places.map((place): WaitingStep => {
    const there = standing.filter((one) => isAt(placeOf(one), place));
    const oldest = there.reduce<StandingRow | undefined>(
      (one, other) => (one && one.oldestSince <= other.oldestSince ? one : other),
      undefined,
    );
    const past = finished.find((one) => isAt(one, place));
    return {
      ...place,
      waiting: there.reduce((sum, one) => sum + one.waiting, 0),
      oldestSince: oldest?.oldestSince ?? null,
      oldestEditionId: oldest?.oldestEditionId ?? null,
      finished: past?.finished ?? 0,
      medianHours: past ? Math.round((past.medianSeconds / HOUR_S) * 10) / 10 : null,
    };
  });
  return { days: DAYS, steps, slowest: slowestOf(steps, at) };
}

type Place = Pick<WaitingStep, 'step' | 'language'>;

function placeOf({ toTranslate, toReview, language, ...rest }: StandingRow): Place | null {
  const open: TaskKind[] = [
    ...(toTranslate ? ['translate' as const] : []),
    ...(toReview ? ['review' as const] : []),
  ];
  const step = stepOf({ ...rest, open });
  return step && { step, language: step === 'translation' ? language : null };
}

/** The steps in the order of the work; translation once for each language. */
const places: readonly Place[] = deskSteps.flatMap((step): Place[] =>
  step === 'translation'
    ? languages.map((language) => ({ step, language }))
    : [{ step, language: null }],
);

const isAt = (one: Place | null, place: Place): boolean =>
  one?.step === place.step && one.language === place.language;

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
