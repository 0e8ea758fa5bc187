import type { ImportRow } from '@desk/contracts';
import type { ExchangeProblem } from '../exchange/index.js';
import type { StoredSegment } from '../segment.js';
import { checkCodes, codeInCodeText, codeTokens, textInCodeText } from '../segments/index.js';
import type { IncomingUnit } from './incoming.js';

/** What taking a file would do, by segment, and what of it cannot be taken. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ExchangeProblem[];
}

/**
 * Finds the segment of each unit, by its id or else by its source, and says what would become of
 * it. What a person wrote since the file was made is a conflict, and so is what a person wrote at
 * any time when the file does not say how old it is. A memory (`memory`) may hold much that is of
 * other texts.
 */
export function planImport(
  segments: readonly StoredSegment[],
  units: readonly IncomingUnit[],
  memory: boolean,
): ImportPlan {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const bySource = new Map<string, StoredSegment[]>();
  for (const segment of segments) {
    const key = canonical(segment.source);
    const others = bySource.get(key);
    if (others) others.push(segment);
    else bySource.set(key, [segment]);
  }
  const named = new Set(units.map(({ unit }) => unit).filter((unit) => byId.has(unit)));
  const taken = new Set<string>();
  const rows: ImportRow[] = [];
  const problems: ExchangeProblem[] = [];
  for (const unit of units) {
    const refuse = (code: ExchangeProblem['code'], facts: ExchangeProblem['facts'] = {}) =>
      problems.push({ code, line: unit.line, column: 1, unit: unit.unit, facts });
    const own = byId.get(unit.unit);
    const alike = bySource.get(canonical(unit.source)) ?? [];
    const free = alike.filter(({ id }) => !taken.has(id) && !named.has(id));
    const segment = own ?? free[0];
    if (segment === undefined) {
      if (unit.status === 'untranslated' || memory) continue;
      refuse(alike.length > 0 ? 'exchange.unit_twice' : 'exchange.unit_unknown', {
        unit: unit.unit,
      });
    } else if (own !== undefined && canonical(own.source) !== canonical(unit.source)) {
      refuse('exchange.source_differs');
    } else if (taken.has(segment.id)) refuse('exchange.unit_twice');
    else {
      taken.add(segment.id);
      const broken = unit.target === '' ? [] : checkCodes(segment.source, unit.target);
      if (broken.length > 0) {
        refuse('exchange.codes_broken', { codes: broken.map(({ code }) => code).join(' ') });
      } else rows.push(rowOf(segment, unit));
    }
  }
  return { rows: rows.sort((one, other) => one.position - other.position), problems };
}

function rowOf(segment: StoredSegment, unit: IncomingUnit): ImportRow {
  return {
    unit: unit.unit,
    line: unit.line,
    effect: effectOf(segment, unit),
    segmentId: segment.id,
    position: segment.position,
    version: segment.version,
    source: segment.source,
    target: unit.target,
    status: unit.status,
    currentTarget: segment.target,
    currentStatus: segment.status,
  };
}

function effectOf(segment: StoredSegment, unit: IncomingUnit): ImportRow['effect'] {
  if (unit.status === 'untranslated') return 'nothing';
  if (canonical(segment.target) === canonical(unit.target)) {
    const confirms = unit.status === 'confirmed' && segment.status !== 'confirmed';
    return confirms ? 'replaces' : 'same';
  }
  const since = unit.version === null || segment.version > unit.version;
  if (since && segment.origin === 'person') return 'conflict';
  return segment.target === '' ? 'new' : 'replaces';
}

/** The one way to write a text, where the written form allows two. */
function canonical(codeText: string): string {
  return codeTokens(codeText.normalize('NFC'))
    .map((token) =>
      token.type === 'text' ? textInCodeText(token.text) : codeInCodeText(token.type, token.id),
    )
    .join('')
    .trim();
}
