import type { Problems } from '../problem.js';
import type { XmlElement } from '../xml/element.js';
import { inlinesOf, isCode, type Side } from './unit-parts.js';

const flag = (element: XmlElement, name: string): string => element.attributes.get(name) ?? 'yes';
export const isolated = (element: XmlElement): boolean =>
  element.attributes.get('isolated') === 'yes';

/** Start and end codes find each other in their unit, or say that they stand alone. */
export function checkPairs(side: Pick<Side, 'pieces'>, problems: Problems): void {
  const inlines = inlinesOf({ name: 'source', ...side });
  const starts = new Map<string, XmlElement>();
  const isolatedStarts = new Set<string>();
  const closed = new Set<string>();
  for (const inline of inlines) {
    const id = inline.attributes.get('id');
    if (inline.name === 'sc' && id !== undefined) {
      if (isolated(inline)) isolatedStarts.add(id);
      else starts.set(id, inline);
    }
    if (inline.name === 'ec') checkEnd(inline, starts, isolatedStarts, closed, problems);
  }
  for (const [id, start] of starts) {
    if (!closed.has(id)) problems.add(start, 'exchange.end_missing', { id, element: 'sc' });
  }
}

function checkEnd(
  end: XmlElement,
  starts: ReadonlyMap<string, XmlElement>,
  isolatedStarts: ReadonlySet<string>,
  closed: Set<string>,
  problems: Problems,
): void {
  const startRef = end.attributes.get('startRef');
  const refuse = (attribute: string) => {
    problems.add(end, 'exchange.attribute_excluded', { attribute, element: 'ec' });
  };
  if (isolated(end)) {
    if (startRef !== undefined) refuse('startRef');
    if (!end.attributes.has('id')) {
      problems.add(end, 'exchange.attribute_missing', { attribute: 'id', element: 'ec' });
    }
    return;
  }
  for (const name of [
    'id',
    'dir',
    'fs:fs',
    'fs:subFs',
    'slr:equivStorage',
    'slr:sizeInfo',
    'slr:sizeInfoRef',
  ]) {
    if (end.attributes.has(name)) refuse(name);
  }
  if (startRef === undefined) {
    problems.add(end, 'exchange.attribute_missing', { attribute: 'startRef', element: 'ec' });
    return;
  }
  const start = starts.get(startRef);
  if (start === undefined || closed.has(startRef)) {
    const code = isolatedStarts.has(startRef) ? 'isolated_paired' : 'start_missing';
    problems.add(end, `exchange.${code}`, { id: startRef, element: 'ec' });
    return;
  }
  closed.add(startRef);
  const reorder = flag(start, 'canReorder') === 'firstNo' ? 'no' : flag(start, 'canReorder');
  const differs =
    ['canCopy', 'canDelete', 'canOverlap'].find((name) => flag(start, name) !== flag(end, name)) ??
    (reorder === flag(end, 'canReorder') ? undefined : 'canReorder');
  if (differs !== undefined) {
    problems.add(end, 'exchange.attributes_differ', { attribute: differs, id: startRef });
  }
}

/** Annotations in two pieces, `sm` and `em`. */
export function checkMarks(side: Pick<Side, 'pieces'>, problems: Problems): void {
  const open = new Map<string, XmlElement>();
  const seen = new Set<string>();
  for (const inline of inlinesOf({ name: 'source', ...side })) {
    const id = inline.attributes.get('id') ?? '';
    if (inline.name === 'sm') {
      open.set(id, inline);
      seen.add(id);
    }
    if (inline.name !== 'em') continue;
    const startRef = inline.attributes.get('startRef') ?? '';
    if (!seen.has(startRef)) {
      problems.add(inline, 'exchange.start_missing', { id: startRef, element: 'em' });
    }
    open.delete(startRef);
  }
  for (const [id, start] of open) {
    problems.add(start, 'exchange.end_missing', { id, element: 'sm' });
  }
}

/** Codes whose order is fixed come in chains: a `firstNo`, then `no` after `no`. */
export function checkChains(side: Side, problems: Problems): void {
  let chained = false;
  for (const piece of side.pieces) {
    let before: string | null = null;
    for (const code of piece.inlines.filter(isCode)) {
      const reorder = flag(code, 'canReorder');
      if (
        reorder !== 'yes' &&
        (flag(code, 'canCopy') !== 'no' || flag(code, 'canDelete') !== 'no')
      ) {
        problems.add(code, 'exchange.attribute_needed', {
          attribute: 'canCopy="no" canDelete="no"',
          because: `canReorder="${reorder}"`,
        });
      }
      if (reorder === 'no' && (before === 'yes' || !chained)) {
        problems.add(code, 'exchange.attribute_needed', {
          attribute: 'canReorder="firstNo"',
          because: 'canReorder="no"',
        });
      }
      if (reorder === 'firstNo') chained = true;
      before = reorder;
    }
  }
}
