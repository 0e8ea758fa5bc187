import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { MemoryMatch, MemoryUnit } from '@desk/contracts';
import type { Sql } from '@desk/database';
import { languages, type Language } from '@desk/languages';
import { adapt, difference, type Match } from '../match/index.js';
import { memoryUnits } from './memory-unit.queries.js';
import { MemoryIndexes } from './memory-indexes.js';

export interface Wanted {
  readonly from: Language;
  readonly to: Language;
  /** The section that is worked for; null: units of all sections. */
  readonly sectionId: string | null;
  readonly limit: number;
  readonly least: number;
}

/** The way through a third language is asked for the best only, and must be near each time. */
const PIVOT_LIMIT = 2;
const PIVOT_LEAST = 75;
const SECOND_STEP_LEAST = 95;

/** Texts that are like those that are to be translated, with their translations. */
@Injectable()
export class MemoryLookUp {
  constructor(private readonly indexes: MemoryIndexes) {}

  /** What look-ups from one language into another need is there when this is done. */
  ready(sql: Sql, from: Language, to: Language): Promise<void> {
    return this.indexes.ready(sql, from, to);
  }

  /** For each text the best matches: in either direction of the pair, or by a third language. */
  async find(sql: Sql, texts: readonly string[], wanted: Wanted): Promise<MemoryMatch[][]> {
    const direct = await this.direct(sql, texts, wanted);
    const byPivot = await this.byPivot(sql, texts, wanted);
    return texts.map((_, at) =>
      best([...(direct[at] ?? []), ...(byPivot[at] ?? [])]).slice(0, wanted.limit),
    );
  }

  private async direct(sql: Sql, texts: readonly string[], wanted: Wanted) {
    const found = await this.lookUp(sql, texts, wanted);
    const units = await memoryUnits(sql, idsOf(found));
    return texts.map((text, at) =>
      (found[at] ?? []).flatMap((match) => {
        const unit = units.get(match.id);
        return unit ? [matchOf(text, turned(unit, wanted.from), match.score, wanted)] : [];
      }),
    );
  }

  /** Through the third language: a unit like the text, and one that translates it further. */
  private async byPivot(sql: Sql, texts: readonly string[], wanted: Wanted) {
    const { from, to, sectionId } = wanted;
    const pivot = languages.find((language) => language !== from && language !== to);
    if (!pivot) return [];
    const least = Math.max(wanted.least, PIVOT_LEAST);
    const first = { from, to: pivot, sectionId, limit: PIVOT_LIMIT, least };
    const found = await this.lookUp(sql, texts, first);
    const units = await memoryUnits(sql, idsOf(found));
    const steps = found.flatMap((matches, at) =>
      matches.flatMap((match) => {
        const unit = units.get(match.id);
        return unit ? [{ at, match, unit: turned(unit, from) }] : [];
      }),
    );
    if (steps.length === 0) return [];
    const second = { from: pivot, to, sectionId, limit: 1, least: SECOND_STEP_LEAST };
    const middles = steps.map(({ unit }) => unit.target);
    const onward = await this.lookUp(sql, middles, second);
    const ends = await memoryUnits(sql, idsOf(onward));
    const matches: MemoryMatch[][] = texts.map(() => []);
    steps.forEach(({ at, match, unit }, step) => {
      const [next] = onward[step] ?? [];
      const end = next && ends.get(next.id);
      if (!end) return;
      const score = Math.floor((match.score * next.score) / 100);
      if (score < wanted.least) return;
      const { target } = turned(end, pivot);
      matches[at]?.push({ ...matchOf(texts[at] ?? '', { ...unit, target }, score, wanted), pivot });
    });
    return matches;
  }

  /** Look-ups one after the other; in between others get their turn. */
  private async lookUp(
    sql: Sql,
    texts: readonly string[],
    { from, to, ...asked }: Wanted,
  ): Promise<Match[][]> {
    const index = await this.indexes.current(sql, from, to);
    const found: Match[][] = [];
    if (index.size === 0) return texts.map(() => []);
    for (const text of texts) {
      found.push(index.lookUp(text, asked));
      if (found.length % 8 === 0) await setImmediate();
    }
    return found;
  }
}

/** A unit as seen from one of its languages. */
interface Turned {
  readonly unit: MemoryUnit;
  readonly source: string;
  readonly target: string;
  readonly reversed: boolean;
}

function turned(unit: MemoryUnit, from: Language): Turned {
  return unit.sourceLanguage === from
    ? { unit, source: unit.source, target: unit.target, reversed: false }
    : { unit, source: unit.target, target: unit.source, reversed: true };
}

function matchOf(
  text: string,
  { unit, source, target, reversed }: Turned,
  score: number,
  pair: Wanted,
) {
  const languages = { sourceLanguage: pair.from, targetLanguage: pair.to };
  const adapted = score < 100 ? adapt(text, { source, target }, languages) : null;
  return {
    unitId: unit.id,
    score,
    source,
    target: adapted?.target ?? target,
    difference: difference(text, source),
    adapted: adapted ? [...adapted.replaced] : null,
    reversed,
    pivot: null,
    articleId: unit.articleId,
    updatedAt: unit.updatedAt,
  };
}

/** The best first; of equal ones the direct before the turned, and each target once. */
function best(matches: readonly MemoryMatch[]): MemoryMatch[] {
  const detour = (match: MemoryMatch): number => (match.pivot ? 2 : match.reversed ? 1 : 0);
  const seen = new Set<string>();
  return [...matches]
    .sort((one, other) => other.score - one.score || detour(one) - detour(other))
    .filter(({ target }) => !seen.has(target) && seen.add(target));
}

const idsOf = (found: readonly (readonly Match[])[]): string[] => [
  ...new Set(found.flat().map(({ id }) => id)),
];
