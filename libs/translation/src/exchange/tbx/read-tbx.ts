import type { TermStatus } from '../exchange-file.js';
import type { GlossaryFileTerm, GlossaryReading, ReadConcept } from '../glossary-file.js';
import { isLanguageTag } from '../language-tag.js';
import { ExchangeRefused, Problems } from '../problem.js';
import { childNamed, elementsOf, textOf, type XmlElement } from '../xml/element.js';
import { limits } from '../xml/limits.js';
import { readElements } from '../xml/read-elements.js';
import { statusOf } from './statuses.js';

const namespaces = new Map([
  ['', ''],
  ['urn:iso:std:iso:30042:ed-2', ''],
  ['urn:iso:std:iso:30042:ed:3.0', ''],
]);
const entries = new Set(['conceptEntry', 'termEntry']);
const languageSections = ['langSec', 'langSet'];
const termSections = ['termSec', 'tig', 'ntig'];
const details = new Set(
  'admin adminGrp descrip descripGrp note ref transac transacGrp xref termNote termNoteGrp date hi term termCompList'.split(
    ' ',
  ),
);

/** Reads TBX: version 3 in either style, and version 2 with `martif` at its root. */
export function* readTbx(bytes: Uint8Array): Generator<void, GlossaryReading> {
  const problems = new Problems();
  const concepts: ReadConcept[] = [];
  const ids = new Set<string>();
  yield* readElements(bytes, {
    namespaces,
    opened(element, ancestors) {
      if (ancestors.length === 0) begin(element);
      if (entries.has(element.name)) problems.within(idOf(element, concepts.length));
    },
    closed(element) {
      if (!entries.has(element.name)) return element.name === 'body' ? 'forget' : 'keep';
      const id = idOf(element, concepts.length);
      if (ids.has(id)) {
        problems.add(element, 'exchange.id_repeated', { id, element: element.name });
      }
      ids.add(id);
      concepts.push(conceptOf(element, id, problems));
      problems.within(null);
      if (concepts.length > limits.segments) {
        throw new ExchangeRefused('exchange.too_many_segments', element, { max: limits.segments });
      }
      return 'forget';
    },
  });
  return {
    concepts: concepts.filter(({ id }) => !problems.concern(id)),
    problems: problems.all,
  };
}

/** @throws ExchangeRefused when it is no TBX */
function begin(root: XmlElement): void {
  if (root.name === 'tbx' || root.name === 'martif') return;
  const element = root.name.replace(/^\{.*\}/, '');
  throw new ExchangeRefused('exchange.format_unknown', root, { element });
}

/** Our own entries are `c-` and the concept's id, since an XML id begins with a letter. */
function idOf(entry: XmlElement, before: number): string {
  const id = entry.attributes.get('id') ?? `#${String(before + 1)}`;
  return /^c-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id.slice(2) : id;
}

function conceptOf(entry: XmlElement, id: string, problems: Problems): ReadConcept {
  checkChildren(entry, languageSections, problems);
  const sections = elementsOf(entry).filter(({ name }) => languageSections.includes(name));
  const terms = sections.flatMap((section) => termsOf(section, problems));
  if (terms.length === 0) problems.add(entry, 'exchange.term_missing', { concept: id });
  const definitions = [entry, ...sections].map((level) => categories(level).get('definition'));
  return {
    id,
    line: entry.line,
    domain: categories(entry).get('subjectField') ?? '',
    definition: definitions.find((definition) => definition !== undefined) ?? '',
    note: categories(entry).get('note') ?? '',
    source: categories(entry).get('source') ?? '',
    terms,
  };
}

function termsOf(section: XmlElement, problems: Problems): GlossaryFileTerm[] {
  checkChildren(section, termSections, problems);
  const language = (
    section.attributes.get('xml:lang') ??
    section.attributes.get('lang') ??
    ''
  ).replaceAll('_', '-');
  if (!isLanguageTag(language)) problems.add(section, 'exchange.language_unknown', { language });
  return elementsOf(section)
    .filter(({ name }) => termSections.includes(name))
    .flatMap((holder) => {
      const group = childNamed(holder, 'termGrp') ?? holder;
      const term = childNamed(group, 'term');
      const text = term === undefined ? '' : textOf(term);
      if (text.trim() === '') {
        problems.add(holder, 'exchange.element_missing', { element: holder.name, child: 'term' });
        return [];
      }
      const said = new Map([...categories(group), ...categories(holder)]);
      const status = statusIn(said.get('administrativeStatus'), holder, problems);
      return [{ language, term: text, status, note: said.get('note') ?? '' }];
    });
}

/** What the elements of one level say, by data category; several notes become one. */
function categories(level: XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  const add = (element: XmlElement): void => {
    const grouped = element.name.endsWith('Grp');
    if (grouped && element.name !== 'termGrp') for (const part of elementsOf(element)) add(part);
    const category = /^\{.*\}(.+)$/.exec(element.name)?.[1] ?? element.attributes.get('type');
    const key = element.name === 'note' ? 'note' : category;
    if (key === undefined || grouped) return;
    const before = found.get(key);
    if (before === undefined) found.set(key, textOf(element));
    else if (key === 'note') found.set(key, `${before}\n${textOf(element)}`);
  };
  for (const element of elementsOf(level)) add(element);
  return found;
}

function statusIn(value: string | undefined, at: XmlElement, problems: Problems): TermStatus {
  if (value === undefined) return 'preferred';
  const status = statusOf(value);
  if (status === null) problems.add(at, 'exchange.status_unknown', { status: value.slice(0, 80) });
  return status ?? 'preferred';
}

/** Sections of one kind, and details; elements of other namespaces are details of their own. */
function checkChildren(element: XmlElement, sections: readonly string[], problems: Problems): void {
  for (const child of elementsOf(element)) {
    const known = sections.includes(child.name) || details.has(child.name);
    if (known || child.name.startsWith('{')) continue;
    problems.add(child, 'exchange.element_misplaced', {
      element: child.name,
      parent: element.name,
    });
  }
  if (!elementsOf(element).some(({ name }) => sections.includes(name))) {
    problems.add(element, 'exchange.element_missing', {
      element: element.name,
      child: sections[0] ?? '',
    });
  }
}
