import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';
import { inlinesOf, isCode, listed, type Piece, type Side } from './unit-parts.js';

const nameOfCode = (code: XmlElement): string =>
  code.attributes.get('id') ?? code.attributes.get('startRef') ?? '';

/** What codes say of themselves: their data, their type, whose copy they are. */
export function checkCodeAttributes(
  codes: readonly XmlElement[],
  data: ReadonlySet<string>,
  problems: Problems,
): void {
  const byId = new Map(codes.map((code) => [nameOfCode(code), code]));
  for (const code of codes) {
    for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
      const id = code.attributes.get(name);
      if (id !== undefined && !data.has(id)) {
        problems.add(code, 'exchange.reference_broken', { attribute: name, value: id });
      }
    }
    checkTogether(code, problems);
    checkSubType(code, problems);
    checkCopy(code, byId, problems);
  }
}

const together = [
  ['dataRefStart', 'dataRefEnd'],
  ['equivStart', 'equivEnd'],
  ['subFlowsStart', 'subFlowsEnd'],
] as const;

function checkTogether(code: XmlElement, problems: Problems): void {
  for (const [start, end] of together) {
    if (code.attributes.has(start) === code.attributes.has(end)) continue;
    const [attribute, because] = code.attributes.has(start) ? [end, start] : [start, end];
    problems.add(code, 'exchange.attribute_needed', { attribute, because });
  }
}

const subTypes = new Map([
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:var', 'ui'],
]);

function checkSubType(code: XmlElement, problems: Problems): void {
  const subType = code.attributes.get('subType');
  if (subType === undefined) return;
  const type = code.attributes.get('type');
  const facts = { attribute: 'subType', element: code.name, value: subType };
  if (type === undefined) {
    problems.add(code, 'exchange.attribute_needed', { attribute: 'type', because: 'subType' });
  } else if (subType.startsWith('xlf:') && subTypes.get(subType) !== type) {
    problems.add(code, 'exchange.attribute_invalid', facts);
  }
}

function checkCopy(
  code: XmlElement,
  byId: ReadonlyMap<string, XmlElement>,
  problems: Problems,
): void {
  const of = code.attributes.get('copyOf');
  if (of === undefined) return;
  const hasData = (one: XmlElement) =>
    ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => one.attributes.has(name));
  const base = byId.get(of);
  if (base === undefined) {
    problems.add(code, 'exchange.reference_broken', { attribute: 'copyOf', value: of });
    return;
  }
  if (hasData(code) || hasData(base)) problems.add(code, 'exchange.copy_of_data', { id: of });
  if (base.attributes.get('canCopy') === 'no') {
    problems.add(code, 'exchange.copy_forbidden', { id: of });
  }
}

export function dataIds(unit: XmlElement): Set<string> {
  return new Set(
    listed(unit, 'originalData', 'data').map((data) => data.attributes.get('id') ?? ''),
  );
}

/** Codes that must not be deleted are in some target of the unit once their source has one. */
export function checkDeleted(source: Side, target: Side, problems: Problems): void {
  const kept = new Set(inlinesOf(target).filter(isCode).map(nameOfCode));
  const translated = new Set(target.pieces.map(({ holder }) => holder));
  for (const piece of source.pieces) {
    if (!translated.has(piece.holder)) continue;
    for (const code of piece.inlines.filter(isCode)) {
      if (code.attributes.get('canDelete') !== 'no' || kept.has(nameOfCode(code))) continue;
      problems.add(code, 'exchange.code_deleted', { id: nameOfCode(code) });
    }
  }
}

/** A chain of codes keeps its order in the translation, with nothing of it between. */
export function checkReordered(source: Side, target: Side, problems: Problems): void {
  const translations = new Map(target.pieces.map((piece) => [piece.holder, piece]));
  for (const piece of source.pieces) {
    const translation = translations.get(piece.holder);
    if (translation === undefined) continue;
    const places = new Map(chainKeys(translation).map((key, index) => [key, index]));
    const codes = chainKeys(piece);
    piece.inlines.filter(isCode).forEach((code, index) => {
      if (index === 0 || code.attributes.get('canReorder') !== 'no') return;
      const before = places.get(codes[index - 1] ?? '');
      const here = places.get(codes[index] ?? '');
      if (before === undefined || here === undefined || here === before + 1) return;
      problems.add(code, 'exchange.code_reordered', { id: nameOfCode(code) });
    });
  }
}

const chainKeys = (piece: Piece): string[] =>
  piece.inlines
    .filter(isCode)
    .map((code) => `${code.name === 'ec' ? 'end' : 'start'} ${nameOfCode(code)}`);

/** Targets that say their place in the translation's order say it without gaps or doubles. */
export function checkOrder(target: Side, holders: readonly XmlElement[], problems: Problems): void {
  const ordered = target.pieces.filter(({ element }) => element.attributes.has('order'));
  const placeOf = (element: XmlElement) => Number(element.attributes.get('order'));
  const taken = new Set(ordered.map(({ element }) => placeOf(element)));
  const positions = new Map(holders.map((holder, index) => [holder, index + 1]));
  const seen = new Set<number>();
  for (const { element, holder } of ordered) {
    const order = placeOf(element);
    const vacated = taken.has(positions.get(holder) ?? 0);
    if (order > holders.length || seen.has(order) || !vacated) {
      problems.add(element, 'exchange.order_invalid', { order });
    }
    seen.add(order);
  }
}
