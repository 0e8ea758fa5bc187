import type { Problems } from '../problem.js';
import { type XmlElement, within } from '../xml/element.js';
import type { Place } from '../xml/read-xml.js';
import { FragmentIndex, innerOfHolder, innerOfUnit, placeKey } from './fragment-index.js';
import { listed } from './unit-parts.js';

const idOf = (element: XmlElement | undefined): string => element?.attributes.get('id') ?? '';

/** Ids of files, groups and units, and everything that points from one unit to elsewhere. */
export class DocumentReferences {
  private readonly fragments = new FragmentIndex();
  private readonly files = new Map<string, number>();
  private groups = new Set<string>();
  private units = new Set<string>();
  private resources = new Set<string>();
  private awaited: (Place & {
    attribute: string;
    value: string;
    among: 'units' | 'resources';
    concerns: string | null;
  })[] = [];

  constructor(private readonly problems: Problems) {}

  /** A unit's name in the whole document: that of its file before it, but in the first file. */
  keyOf(unit: XmlElement, ancestors: readonly XmlElement[]): string {
    const file = idOf(ancestors[1]);
    return (this.files.get(file) ?? 0) === 0 ? idOf(unit) : `${file}/${idOf(unit)}`;
  }

  opened(element: XmlElement, ancestors: readonly XmlElement[]): void {
    const id = idOf(element);
    const repeated = (among: { has(id: string): boolean }) => {
      if (!among.has(id)) return;
      this.problems.add(element, 'exchange.id_repeated', { id, element: element.name });
    };
    if (element.name === 'file') {
      repeated(this.files);
      if (!this.files.has(id)) this.files.set(id, this.files.size);
      this.groups = new Set();
      this.units = new Set();
      this.resources = new Set();
    }
    if (element.name === 'group') {
      repeated(this.groups);
      this.groups.add(id);
    }
    if (element.name === 'unit' && ancestors.length > 1) {
      repeated(this.units);
      this.units.add(id);
    }
  }

  /** A unit is complete: what points within it is followed now, the rest waits. */
  unit(unit: XmlElement, ancestors: readonly XmlElement[]): void {
    const [file, id] = [idOf(ancestors[1]), idOf(unit)];
    const own = innerOfUnit(unit);
    this.fragments.add(placeKey({ file, unit: id }), own);
    const at = { file, unit: this.keyOf(unit, ancestors), own };
    for (const element of within(unit)) {
      const reference = element.attributes.get('ref');
      if (reference !== undefined) this.followReference(element, reference, at);
      this.collect(element, at.unit);
    }
  }

  /** A file or group is complete. */
  holder(holder: XmlElement, ancestors: readonly XmlElement[]): void {
    if (holder.name === 'xliff') return;
    const file = holder.name === 'file' ? idOf(holder) : idOf(ancestors[1]);
    const group = holder.name === 'group' ? idOf(holder) : null;
    this.fragments.add(placeKey({ file, group }), innerOfHolder(holder));
    for (const item of listed(holder, 'res:resourceData', 'res:resourceItemRef')) {
      this.collect(item, null);
    }
    for (const item of listed(holder, 'res:resourceData', 'res:resourceItem')) {
      this.resources.add(idOf(item));
    }
    if (holder.name === 'file') this.finishFile();
  }

  finish(): void {
    this.fragments.finish(this.problems);
  }

  private followReference(
    element: XmlElement,
    reference: string,
    at: { file: string; unit: string; own: ReadonlySet<string> },
  ): void {
    const mark = element.name === 'mrk' || element.name === 'sm';
    if (mark && element.attributes.get('type') === 'comment') {
      const note = /^#(?:\/?f=([^/]+)\/)?(?:u=([^/]+)\/)?(n=[^/]+)$/.exec(reference);
      const here =
        note !== null &&
        (note[1] === undefined || note[1] === at.file) &&
        (note[2] === undefined ? note[1] === undefined : placeHere(note[2], at)) &&
        at.own.has(note[3] ?? '');
      if (!here) this.broken(element, reference);
      return;
    }
    if (mark && reference.startsWith('#')) {
      this.fragments.point(element, reference, at, this.problems);
    }
    if (['mtc:match', 'gls:glossEntry', 'gls:translation'].includes(element.name)) {
      const fragment = reference.startsWith('#') ? reference : `#${reference}`;
      this.fragments.point(element, fragment, at, this.problems);
    }
  }

  private broken(element: XmlElement, value: string): void {
    this.problems.add(element, 'exchange.reference_broken', { attribute: 'ref', value });
  }

  /** Pointers to units and resources of the file, which may come later. */
  private collect(element: XmlElement, concerns: string | null): void {
    const at = { line: element.line, column: element.column, concerns };
    for (const attribute of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
      const value = element.attributes.get(attribute);
      for (const id of value?.trim().split(/\s+/) ?? []) {
        this.awaited.push({ ...at, attribute, value: id, among: 'units' });
      }
    }
    if (element.name === 'res:resourceItem') this.resources.add(idOf(element));
    if (element.name !== 'res:resourceItemRef') return;
    const value = element.attributes.get('ref') ?? '';
    this.awaited.push({ ...at, attribute: 'ref', value, among: 'resources' });
  }

  private finishFile(): void {
    for (const { attribute, value, among, concerns, ...at } of this.awaited) {
      if (this[among].has(value)) continue;
      this.problems.add(at, 'exchange.reference_broken', { attribute, value }, concerns);
    }
    this.awaited = [];
  }
}

const placeHere = (unit: string, at: { unit: string }): boolean =>
  at.unit === unit || at.unit.endsWith(`/${unit}`);
