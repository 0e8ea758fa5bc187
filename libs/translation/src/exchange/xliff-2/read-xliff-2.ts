import type { ReadUnit } from '../exchange-file.js';
import { ExchangeRefused, Problems } from '../problem.js';
import type { ReadResult } from '../read-result.js';
import { elementsOf, type XmlElement } from '../xml/element.js';
import { limits } from '../xml/limits.js';
import { readElements } from '../xml/read-elements.js';
import { checkModulesOnce, checkUnique } from './check-ids.js';
import { checkModules } from './check-modules.js';
import { checkElement, checkStructure } from './check-structure.js';
import { checkExtras, checkUnit } from './check-unit.js';
import { DocumentReferences } from './document-references.js';
import { namespaces, prefixOf } from './namespaces.js';
import { ownMeta, readUnit } from './read-unit.js';
import type { Scope } from './scope.js';
import { SizeRules } from './size-rules.js';
import { listed } from './unit-parts.js';
import { valueTypes } from './value-types.js';

const structural = new Set(['xliff', 'file', 'group', 'unit']);

/** Reads XLIFF 2.0 and 2.1, and says of each unit what the standard does not allow in it. */
export function* readXliff2(bytes: Uint8Array): Generator<void, ReadResult> {
  const reader = new Xliff2Reader();
  yield* readElements(bytes, reader);
  return reader.result();
}

class Xliff2Reader {
  readonly namespaces = namespaces;
  private readonly problems = new Problems();
  private readonly references = new DocumentReferences(this.problems);
  private readonly sizes = new SizeRules();
  private readonly units: { key: string; unit: ReadUnit }[] = [];
  private document = { sourceLanguage: '', targetLanguage: null as string | null };
  private original = '';
  private revision = '';

  opened(element: XmlElement, ancestors: readonly XmlElement[]): void {
    if (ancestors.length === 0) this.begin(element);
    if (!isStructural(element, ancestors)) return;
    if (element.name === 'unit') this.problems.within(this.references.keyOf(element, ancestors));
    this.references.opened(element, ancestors);
  }

  closed(element: XmlElement, ancestors: readonly XmlElement[]): 'keep' | 'forget' {
    const parent = ancestors.at(-1);
    if (!isStructural(element, ancestors)) {
      if (parent) this.sizes.note(parent, element);
      return 'keep';
    }
    if (element.name === 'unit') this.takeUnit(element, ancestors);
    else this.takeHolder(element, ancestors);
    return 'forget';
  }

  result(): ReadResult {
    this.references.finish();
    const units = this.units.flatMap(({ key, unit }) => (this.problems.concern(key) ? [] : [unit]));
    const { sourceLanguage, targetLanguage } = this.document;
    return {
      file: {
        original: this.original,
        revision: this.revision,
        sourceLanguage,
        targetLanguage: targetLanguage ?? '',
        units,
      },
      problems: this.problems.all,
    };
  }

  /** @throws ExchangeRefused when it is no XLIFF 2.0 or 2.1, or does not say its language */
  private begin(root: XmlElement): void {
    if (root.name !== 'xliff') {
      throw new ExchangeRefused('exchange.format_unknown', root, {
        element: root.name.replace(/^\{.*\}/, ''),
      });
    }
    const version = root.attributes.get('version') ?? '';
    if (version !== '2.0' && version !== '2.1') {
      throw new ExchangeRefused('exchange.version_unknown', root, { version });
    }
    const sourceLanguage = root.attributes.get('srcLang') ?? '';
    if (!valueTypes.language(sourceLanguage)) {
      throw new ExchangeRefused('exchange.language_unknown', root, { language: sourceLanguage });
    }
    this.document = { sourceLanguage, targetLanguage: root.attributes.get('trgLang') ?? null };
  }

  private takeUnit(unit: XmlElement, ancestors: readonly XmlElement[]): void {
    const key = this.references.keyOf(unit, ancestors);
    const scope: Scope = { document: this.document, ancestors, sizes: this.sizes };
    checkUnit(unit, scope, this.problems);
    this.references.unit(unit, ancestors);
    if (!this.problems.concern(key)) {
      for (const segment of readUnit(unit, ancestors, key)) this.units.push({ key, unit: segment });
    }
    if (this.units.length > limits.segments) {
      throw new ExchangeRefused('exchange.too_many_segments', unit, { max: limits.segments });
    }
    this.problems.within(null);
  }

  /** The document, a file or a group, whose units are gone by now. */
  private takeHolder(holder: XmlElement, ancestors: readonly XmlElement[]): void {
    checkElement(holder, this.problems);
    checkModulesOnce(holder, this.problems);
    checkUnique(listed(holder, 'notes', 'note'), this.problems);
    const around = [...ancestors, holder];
    for (const child of elementsOf(holder)) {
      if (structural.has(child.name)) continue;
      checkStructure(child, this.problems);
      checkExtras(child, around, this.sizes, this.problems);
      if (prefixOf(child.name) !== '') checkModules(child, around, this.problems);
      if (child.name === 'skeleton') this.checkSkeleton(child);
    }
    checkExtras({ ...holder, children: [] }, ancestors, this.sizes, this.problems);
    this.references.holder(holder, ancestors);
    if (holder.name !== 'file') return;
    this.original ||= holder.attributes.get('original') ?? '';
    this.revision ||= ownMeta(holder, 'revision') ?? '';
  }

  private checkSkeleton(skeleton: XmlElement): void {
    const empty = skeleton.children.every(
      (child) => typeof child === 'string' && child.trim() === '',
    );
    const href = skeleton.attributes.has('href');
    if (empty && !href) {
      this.problems.add(skeleton, 'exchange.attribute_missing', {
        attribute: 'href',
        element: 'skeleton',
      });
    }
    if (!empty && href) {
      this.problems.add(skeleton, 'exchange.attribute_excluded', {
        attribute: 'href',
        element: 'skeleton',
      });
    }
  }
}

/** Part of the skeleton of the document, and not something of the same name elsewhere. */
function isStructural(element: XmlElement, ancestors: readonly XmlElement[]): boolean {
  const parent = ancestors.at(-1)?.name;
  if (element.name === 'xliff') return parent === undefined;
  if (element.name === 'file') return parent === 'xliff';
  const holds = parent === 'file' || parent === 'group';
  return (element.name === 'group' || element.name === 'unit') && holds;
}
