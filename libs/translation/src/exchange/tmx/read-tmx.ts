import { codeInCodeText, textInCodeText } from '../../segments/code-text.js';
import { CodeNames } from '../code-names.js';
import type { CodeKind } from '../exchange-file.js';
import { isLanguageTag } from '../language-tag.js';
import type { MemoryEntry, MemoryReading } from '../memory-file.js';
import { ExchangeRefused, Problems } from '../problem.js';
import { childNamed, elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { limits } from '../xml/limits.js';
import { readElements } from '../xml/read-elements.js';

/** Reads TMX 1.1 to 1.4b, the language in `xml:lang` or, as it was at first, in `lang`. */
export function* readTmx(bytes: Uint8Array): Generator<void, MemoryReading> {
  const problems = new Problems();
  const entries: MemoryEntry[] = [];
  let sourceLanguage = '';
  let units = 0;
  yield* readElements(bytes, {
    namespaces: new Map([
      ['', ''],
      ['http://www.lisa.org/tmx14', ''],
    ]),
    opened(element, ancestors) {
      if (ancestors.length === 0) begin(element);
      if (element.name === 'tu') {
        units += 1;
        problems.within(idOf(element, units));
      }
      if (element.name === 'header') sourceLanguage = element.attributes.get('srclang') ?? '';
    },
    closed(element) {
      if (element.name !== 'tu') return element.name === 'body' ? 'forget' : 'keep';
      entries.push(entryOf(element, idOf(element, units), sourceLanguage, problems));
      problems.within(null);
      if (entries.length > limits.segments) {
        throw new ExchangeRefused('exchange.too_many_segments', element, { max: limits.segments });
      }
      return 'forget';
    },
  });
  return {
    file: { sourceLanguage, entries: entries.filter(({ id }) => !problems.concern(id)) },
    problems: problems.all,
  };
}

const idOf = (unit: XmlElement, count: number): string =>
  unit.attributes.get('tuid') ?? `#${String(count)}`;

/** @throws ExchangeRefused when it is no TMX, or of a version to come */
function begin(root: XmlElement): void {
  if (root.name !== 'tmx') {
    const element = root.name.replace(/^\{.*\}/, '');
    throw new ExchangeRefused('exchange.format_unknown', root, { element });
  }
  const version = root.attributes.get('version') ?? '';
  if (!/^1\.[0-4]b?$/.test(version)) {
    throw new ExchangeRefused('exchange.version_unknown', root, { version });
  }
}

const named = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name);

function entryOf(
  unit: XmlElement,
  id: string,
  sourceLanguage: string,
  problems: Problems,
): MemoryEntry {
  const variants = named(unit, 'tuv');
  const source = unit.attributes.get('srclang') ?? sourceLanguage;
  // The source names the codes, so that its numbers are the smallest.
  const ordered = [...variants].sort(
    (one, other) => Number(isIn(other, source)) - Number(isIn(one, source)),
  );
  const segs = ordered.flatMap((variant) => childNamed(variant, 'seg') ?? []);
  const names = new CodeNames(segs.flatMap(namesIn));
  const texts = new Map<XmlElement, string>();
  for (const variant of ordered) {
    const seg = childNamed(variant, 'seg');
    if (seg === undefined) {
      problems.add(variant, 'exchange.element_missing', { element: 'tuv', child: 'seg' });
    } else texts.set(variant, readSeg(seg, names));
  }
  if (variants.length === 0) {
    problems.add(unit, 'exchange.element_missing', { element: 'tu', child: 'tuv' });
  }
  return {
    id,
    line: unit.line,
    texts: variants.map((variant) => ({
      language: languageOf(variant, problems),
      text: texts.get(variant) ?? '',
    })),
    codes: names.codes,
    notes: named(unit, 'note').map((note) => ({ text: textOf(note), from: '' })),
    properties: named(unit, 'prop').map((prop) => ({
      type: prop.attributes.get('type') ?? '',
      value: textOf(prop),
    })),
    changed: changedAt(unit, variants),
  };
}

function isIn(variant: XmlElement, language: string): boolean {
  const own = variant.attributes.get('xml:lang') ?? variant.attributes.get('lang') ?? '';
  return own.toLowerCase() === language.toLowerCase();
}

function languageOf(variant: XmlElement, problems: Problems): string {
  const language = (
    variant.attributes.get('xml:lang') ??
    variant.attributes.get('lang') ??
    ''
  ).replaceAll('_', '-');
  if (!isLanguageTag(language)) problems.add(variant, 'exchange.language_unknown', { language });
  return language;
}

function changedAt(unit: XmlElement, variants: readonly XmlElement[]): string {
  const dates = [unit, ...variants].flatMap(({ attributes }) => [
    attributes.get('changedate') ?? '',
    attributes.get('creationdate') ?? '',
  ]);
  return (
    dates
      .filter((date) => /^\d{8}T\d{6}Z$/.test(date))
      .sort()
      .at(-1) ?? ''
  );
}

/** Codes are matched between languages by `x`; where a file gives none, by what ties their ends. */
function nameOf(code: XmlElement): string {
  const x = code.attributes.get('x');
  if (x !== undefined) return x;
  return `i${code.attributes.get('i') ?? ''}`;
}

const inline = new Set(['bpt', 'ph', 'it', 'hi']);
const namesIn = (element: XmlElement): string[] => [
  ...(inline.has(element.name) ? [nameOf(element)] : []),
  ...(element.name === 'hi' || element.name === 'seg' ? elementsOf(element).flatMap(namesIn) : []),
];

function readSeg(seg: XmlElement, names: CodeNames): string {
  const open = new Map<string, number>();
  let unnamed = 0;
  const numberOf = (code: XmlElement): number => {
    if (code.attributes.has('x') || code.name === 'bpt') return names.numberOf(nameOf(code));
    unnamed += 1;
    return names.numberOf(`${code.name}${String(unnamed)}`);
  };
  const read = (child: XmlElement | string): string => {
    if (typeof child === 'string') return textInCodeText(child);
    switch (child.name) {
      case 'bpt': {
        const id = numberOf(child);
        open.set(child.attributes.get('i') ?? '', id);
        names.describe(id, kindOf(child), textOf(child), '');
        return codeInCodeText('open', id);
      }
      case 'ept': {
        const key = child.attributes.get('i') ?? '';
        const id = open.get(key) ?? names.numberOf(`i${key}`);
        names.describe(id, 'other', '', textOf(child));
        return codeInCodeText('close', id);
      }
      case 'ph': {
        const id = numberOf(child);
        names.describe(id, kindOf(child), textOf(child), '');
        return codeInCodeText('lone', id);
      }
      case 'it': {
        const id = numberOf(child);
        const opens = child.attributes.get('pos')?.toLowerCase() !== 'end';
        names.describe(id, kindOf(child), opens ? textOf(child) : '', opens ? '' : textOf(child));
        return codeInCodeText(opens ? 'open' : 'close', id);
      }
      case 'hi':
        return child.children.map(read).join('');
      case 'ut':
        return '';
      default:
        return '';
    }
  };
  return seg.children.map(read).join('');
}

function kindOf(code: XmlElement): CodeKind {
  const type = code.attributes.get('type');
  if (type === 'bold' || type === 'italic' || type === 'link' || type === 'footnote') return type;
  return type === 'lb' ? 'break' : 'other';
}
