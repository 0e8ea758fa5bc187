import { atMost, type Figure } from '../bench/figures.js';
import { alarms, checksFor, type QaCase, qaCases } from './qa-cases.js';
import { share } from './rates.js';

const LEAST_FOUND = 0.97;
/** The share of sound translations in which a check may see something to warn of. */
const mostAlarms = { vi: 0.05, en: 0.05, km: 0.08 } as const;

export async function checksFigures(): Promise<Figure[]> {
  const cases = qaCases();
  return [...qualityFigures(cases), speedFigure(cases)];
}

/** Planted defects that their checks find, and false alarms on translations without one. */
export function qualityFigures(cases: readonly QaCase[]): Figure[] {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].filter((kind) => kind !== 'clean');
  const found = kinds.sort().map((kind) => {
    const rows = cases.filter((one) => one.kind === kind);
    return share(`defects found: ${kind}`, [rows.filter(isFound).length, rows.length], {
      least: LEAST_FOUND,
    });
  });
  const clean = (['vi', 'en', 'km'] as const).map((language) => {
    const rows = cases.filter((one) => one.kind === 'clean' && one.tgt_lang === language);
    const alarmed = rows.filter((one) => alarms(one).length > 0).length;
    return share(`false alarms in ${language}`, [alarmed, rows.length], {
      most: mostAlarms[language],
    });
  });
  return [...found, ...clean];
}

/** Whether a check of the planted kind says so, at warning or worse. */
const isFound = (one: QaCase): boolean =>
  alarms(one).some(({ check }) => checksFor[one.kind]?.includes(check));

const ARTICLE_SENTENCES = 130;
const GOAL_MS = 500;

/** All checks over as many sentences as a long article has. */
function speedFigure(cases: readonly QaCase[]): Figure {
  const article = cases.filter(({ kind }) => kind === 'clean').slice(0, ARTICLE_SENTENCES);
  const times = Array.from({ length: 7 }, () => {
    const began = performance.now();
    for (const one of article) alarms(one);
    return performance.now() - began;
  });
  const median = times.sort((a, b) => a - b)[3] ?? Number.NaN;
  return atMost(`all checks over ${ARTICLE_SENTENCES} sentences`, median, 'ms', GOAL_MS);
}
