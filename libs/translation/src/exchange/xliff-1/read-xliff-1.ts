import type { ReadUnit } from '../exchange-file.js';
import { isLanguageTag, withinLanguage } from '../language-tag.js';
import { OWN_NAMESPACE, PRODUCT } from '../own-names.js';
import { ExchangeRefused, Problems } from '../problem.js';
import type { ReadResult } from '../read-result.js';
import { childNamed, type XmlElement } from '../xml/element.js';
import { limits } from '../xml/limits.js';
import { readElements } from '../xml/read-elements.js';
import { readUnit } from './read-unit.js';

const namespaces = new Map([
  ['', ''],
  ['urn:oasis:names:tc:xliff:document:1.2', ''],
  ['urn:oasis:names:tc:xliff:document:1.1', ''],
  [OWN_NAMESPACE, 'desk'],
]);
const holders = new Set(['file', 'body', 'group', 'bin-unit']);

/** Reads XLIFF 1.0 to 1.2 as tools write it. */
export function* readXliff1(bytes: Uint8Array): Generator<void, ReadResult> {
  const reader = new Xliff1Reader();
  yield* readElements(bytes, reader);
  return reader.result();
}

class Xliff1Reader {
  readonly namespaces = namespaces;
  private readonly problems = new Problems();
  private readonly units: ReadUnit[] = [];
  private ids = new Set<string>();
  private files = 0;
  private about: { original: string; revision: string; source: string; target: string } | null =
    null;
  private languages = { source: '', target: '' };

  opened(element: XmlElement, ancestors: readonly XmlElement[]): void {
    if (ancestors.length === 0) begin(element);
    if (element.name === 'file' && ancestors.length === 1) this.beginFile(element);
    if (element.name === 'trans-unit') this.problems.within(this.keyOf(element));
  }

  closed(element: XmlElement, ancestors: readonly XmlElement[]): 'keep' | 'forget' {
    if (element.name === 'trans-unit' && holders.has(ancestors.at(-1)?.name ?? '')) {
      this.takeUnit(element, ancestors);
      return 'forget';
    }
    if (element.name === 'file' && childNamed(element, 'body') === undefined) {
      this.problems.add(element, 'exchange.element_missing', { element: 'file', child: 'body' });
    }
    if (element.name === 'xliff' && childNamed(element, 'file') === undefined) {
      this.problems.add(element, 'exchange.element_missing', { element: 'xliff', child: 'file' });
    }
    return holders.has(element.name) ? 'forget' : 'keep';
  }

  result(): ReadResult {
    const units = this.units.filter(({ id }) => !this.problems.concern(id));
    const { original = '', revision = '', source = '', target = '' } = this.about ?? {};
    const file = { original, revision, sourceLanguage: source, targetLanguage: target, units };
    return { file, problems: this.problems.all };
  }

  /** Units of the first file have their own ids, those of others the number of their file. */
  private keyOf(unit: XmlElement): string {
    const id = unit.attributes.get('id') ?? '';
    return this.files <= 1 ? id : `${String(this.files)}/${id}`;
  }

  private beginFile(file: XmlElement): void {
    const language = (name: string): string => {
      const tag = (file.attributes.get(name) ?? '').replaceAll('_', '-');
      const needed = name === 'source-language';
      if ((needed || tag !== '') && !isLanguageTag(tag)) {
        throw new ExchangeRefused('exchange.language_unknown', file, { language: tag });
      }
      return tag;
    };
    this.files += 1;
    this.ids = new Set();
    this.languages = { source: language('source-language'), target: language('target-language') };
    const own = file.attributes.get('product-name') === PRODUCT;
    this.about ??= {
      ...this.languages,
      original: file.attributes.get('original') ?? '',
      revision: own ? (file.attributes.get('product-version') ?? '') : '',
    };
  }

  private takeUnit(unit: XmlElement, ancestors: readonly XmlElement[]): void {
    const key = this.keyOf(unit);
    const id = unit.attributes.get('id');
    if (id === undefined) {
      this.problems.add(unit, 'exchange.attribute_missing', {
        attribute: 'id',
        element: 'trans-unit',
      });
    } else if (this.ids.has(id)) {
      this.problems.add(unit, 'exchange.id_repeated', { id, element: 'trans-unit' });
    }
    this.ids.add(id ?? '');
    this.checkLanguage(childNamed(unit, 'source'), 'source');
    this.checkLanguage(childNamed(unit, 'target'), 'target');
    const read = readUnit(unit, ancestors, key, this.problems);
    if (read !== null) this.units.push(read);
    if (this.units.length > limits.segments) {
      throw new ExchangeRefused('exchange.too_many_segments', unit, { max: limits.segments });
    }
    this.problems.within(null);
  }

  /** A text may name its language; a file that names none has that of its first target. */
  private checkLanguage(element: XmlElement | undefined, side: 'source' | 'target'): void {
    const language = element?.attributes.get('xml:lang')?.replaceAll('_', '-');
    if (element === undefined || language === undefined) return;
    const wanted = this.languages[side];
    if (wanted === '') {
      this.languages = { ...this.languages, [side]: language };
      if (this.about?.[side] === '') this.about[side] = language;
    } else if (!withinLanguage(language, wanted) && !withinLanguage(wanted, language)) {
      this.problems.add(element, 'exchange.language_differs', {
        language,
        wanted,
        element: element.name,
      });
    }
  }
}

/** @throws ExchangeRefused when it is no XLIFF of an old version */
function begin(root: XmlElement): void {
  if (root.name !== 'xliff') {
    const element = root.name.replace(/^\{.*\}/, '');
    throw new ExchangeRefused('exchange.format_unknown', root, { element });
  }
  const version = root.attributes.get('version') ?? '';
  if (!['1.0', '1.1', '1.2'].includes(version)) {
    throw new ExchangeRefused('exchange.version_unknown', root, { version });
  }
}
