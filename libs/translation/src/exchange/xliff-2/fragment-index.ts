import type { Problems } from '../problem.js';
import { elementsOf, type XmlElement, within } from '../xml/element.js';
import type { Place } from '../xml/read-xml.js';
import { type Fragment, parseFragment } from './fragment.js';
import { prefixOf } from './namespaces.js';
import { holdersOf, inlinesOf, sideOf } from './unit-parts.js';

interface Waiting extends Place {
  readonly value: string;
  readonly fragment: Fragment;
  readonly concerns: string | null;
}

/** What can be pointed at in a document, and the pointers that can only be followed at its end. */
export class FragmentIndex {
  /** By key what is in there, as one text: most files point nowhere, and large ones are many. */
  private readonly places = new Map<string, string>();
  private readonly waiting: Waiting[] = [];

  /** A file, group or unit with what can be pointed at in it. */
  add(key: string, inner: ReadonlySet<string>): void {
    this.places.set(key, ['', ...inner, ''].join(' '));
  }

  /** Checks a pointer, now if it stays in its unit, else at the end. */
  point(
    from: Place,
    reference: string,
    at: { file: string; unit: string; own: ReadonlySet<string> },
    problems: Problems,
  ): void {
    const fragment = parseFragment(reference);
    if (fragment === null) {
      problems.add(from, 'exchange.reference_malformed', { value: reference.slice(0, 80) });
      return;
    }
    if (fragment.file === null && fragment.group === null && fragment.unit === null) {
      if (fragment.inner === null || at.own.has(fragment.inner)) return;
      problems.add(from, 'exchange.reference_broken', { attribute: 'ref', value: reference });
      return;
    }
    this.waiting.push({
      line: from.line,
      column: from.column,
      value: reference,
      fragment: { ...fragment, file: fragment.file ?? at.file },
      concerns: at.unit,
    });
  }

  finish(problems: Problems): void {
    for (const { fragment, value, concerns, ...at } of this.waiting) {
      const inner = this.places.get(placeKey(fragment));
      const found = fragment.inner === null || inner?.includes(` ${fragment.inner} `);
      if (inner !== undefined && found) continue;
      problems.add(at, 'exchange.reference_broken', { attribute: 'ref', value }, concerns);
    }
  }
}

export function placeKey(of: {
  file: string | null;
  group?: string | null;
  unit?: string | null;
}): string {
  if (of.unit != null) return `${of.file ?? ''}/u=${of.unit}`;
  if (of.group != null) return `${of.file ?? ''}/g=${of.group}`;
  return of.file ?? '';
}

/** Notes and the modules' entries of a file, group or unit. */
export function innerOfHolder(holder: XmlElement): Set<string> {
  const inner = new Set<string>();
  for (const child of elementsOf(holder)) {
    const prefix = child.name === 'notes' ? 'n' : prefixOf(child.name);
    if (prefix === '' || prefix.startsWith('{')) continue;
    for (const element of within(child)) {
      const id = element.attributes.get('id') ?? element.attributes.get('xml:id');
      if (id !== undefined) inner.add(`${prefix}=${id}`);
    }
  }
  return inner;
}

/** Of a unit also its data, its segments, and the codes and annotations of both sides. */
export function innerOfUnit(unit: XmlElement): Set<string> {
  const inner = innerOfHolder(unit);
  for (const child of elementsOf(unit)) {
    if (child.name !== 'originalData') continue;
    for (const data of elementsOf(child)) inner.add(`d=${data.attributes.get('id') ?? ''}`);
  }
  for (const element of [...holdersOf(unit), ...inlinesOf(sideOf(unit, 'source'))]) {
    const id = element.attributes.get('id');
    if (id !== undefined) inner.add(id);
  }
  for (const element of inlinesOf(sideOf(unit, 'target'))) {
    const id = element.attributes.get('id');
    if (id !== undefined) inner.add(`t=${id}`);
  }
  return inner;
}
