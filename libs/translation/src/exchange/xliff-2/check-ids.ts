import type { Problems } from '../problem.js';
import { elementsOf, type XmlElement } from '../xml/element.js';
import { holdersOf, inlinesOf, listed, type Side } from './unit-parts.js';

/** Ids that are used twice among elements that must be told apart. */
export function checkUnique(elements: Iterable<XmlElement>, problems: Problems, key = 'id'): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = element.attributes.get(key);
    if (id === undefined) continue;
    if (seen.has(id)) problems.add(element, 'exchange.id_repeated', { id, element: element.name });
    seen.add(id);
  }
}

/** Notes by their own ids, data by theirs, and all that stands in the text by one set of ids. */
export function checkUnitIds(
  unit: XmlElement,
  source: Side,
  target: Side,
  problems: Problems,
): void {
  checkUnique(listed(unit, 'notes', 'note'), problems);
  checkUnique(listed(unit, 'originalData', 'data'), problems);
  const marked = [...holdersOf(unit), ...inlinesOf(source)];
  checkUnique(marked, problems);
  const taken = new Map<string, XmlElement>();
  for (const element of marked) {
    const id = element.attributes.get('id');
    if (id !== undefined && !taken.has(id)) taken.set(id, element);
  }
  checkUnique(inlinesOf(target), problems);
  checkTargetIds(inlinesOf(target), taken, problems);
}

/**
 * A code in a target has the id of the same code in the source, of this segment or of another of
 * the unit from which it was moved, or one that nothing else has.
 */
export function checkTargetIds(
  target: readonly XmlElement[],
  taken: ReadonlyMap<string, XmlElement>,
  problems: Problems,
): void {
  for (const inline of target) {
    const id = inline.attributes.get('id');
    const other = id === undefined ? undefined : taken.get(id);
    if (other === undefined || alike(other.name, inline.name)) continue;
    problems.add(inline, 'exchange.id_of_another', { id, element: inline.name });
  }
}

/** The same code may be written as one element or as two ends. */
function alike(one: string, other: string): boolean {
  const kind = (name: string) => (name === 'sc' ? 'pc' : name === 'sm' ? 'mrk' : name);
  return kind(one) === kind(other);
}

/** Each module stands at most once in a place. */
const once = [
  'mtc:matches',
  'gls:glossary',
  'mda:metadata',
  'res:resourceData',
  'slr:profiles',
  'val:validation',
  'ctr:changeTrack',
];

export function checkModulesOnce(holder: XmlElement, problems: Problems): void {
  const seen = new Set<string>();
  for (const child of elementsOf(holder)) {
    if (!once.includes(child.name)) continue;
    if (seen.has(child.name)) {
      problems.add(child, 'exchange.element_misplaced', {
        element: child.name,
        parent: holder.name,
      });
    }
    seen.add(child.name);
  }
}
