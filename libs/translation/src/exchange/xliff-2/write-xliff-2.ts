import type {
  ExchangeFile,
  ExchangeInline,
  ExchangeMatch,
  ExchangeTerm,
  ExchangeUnit,
} from '../exchange-file.js';
import { inlineTree, type InlineNode } from '../inline-tree.js';
import { XML_DECLARATION, xmlElement, xmlText, startTag } from '../xml/write-xml.js';
import { TextWriter } from './write-text.js';

const states = {
  untranslated: 'initial',
  draft: 'initial',
  confirmed: 'translated',
  reviewed: 'reviewed',
} as const;
const matchTypes = { context: 'icm', memory: 'tm', machine: 'mt' } as const;

/** XLIFF 2.1 in pieces: one file, a unit for each segment. */
export function* writeXliff2(file: ExchangeFile): Generator<string> {
  yield XML_DECLARATION;
  yield startTag('xliff', {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0',
    'xmlns:gls': 'urn:oasis:names:tc:xliff:glossary:2.0',
    'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
    'xmlns:desk': 'urn:mekong-desk:exchange',
    version: '2.1',
    srcLang: file.sourceLanguage,
    trgLang: file.targetLanguage || null,
    'xml:space': 'preserve',
  });
  yield `\n${startTag('file', { id: 'f1', original: file.original || null })}\n`;
  if (file.revision !== '') yield `${metadata('revision', file.revision)}\n`;
  for (const unit of file.units) yield `${unitXml(unit)}\n`;
  yield '</file>\n</xliff>\n';
}

function unitXml(unit: ExchangeUnit): string {
  const codes = new Map(unit.codes.map((code) => [code.id, code]));
  const texts = new TextWriter(unit.source, unit.target, codes);
  const source = xmlElement('source', {}, texts.source(unit.source));
  const target = unit.target === '' ? '' : xmlElement('target', {}, texts.target(unit.target));
  const state = states[unit.target === '' ? 'untranslated' : unit.state];
  return xmlElement(
    'unit',
    {
      id: unit.id,
      type: unit.kind === '' ? null : `mekong:${unit.kind}`,
      translate: unit.translatable ? null : 'no',
    },
    [
      '\n',
      list('mtc:matches', unit.matches.map(matchXml)),
      list('gls:glossary', unit.terms.filter(said).map(termXml)),
      unit.version === null ? '' : `${metadata('version', String(unit.version))}\n`,
      list(
        'notes',
        unit.notes.map(({ text, from }) =>
          xmlElement('note', { category: from || null }, xmlText(text)),
        ),
      ),
      list('originalData', unit.codes.filter((code) => used(code, unit)).flatMap(dataXml)),
      xmlElement('segment', { id: 's', state }, source + target),
      '\n',
    ].join(''),
  );
}

const list = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `${xmlElement(name, {}, items.join(''))}\n`;

function metadata(type: string, value: string): string {
  const meta = xmlElement('mda:meta', { type }, xmlText(value));
  return xmlElement(
    'mda:metadata',
    {},
    xmlElement('mda:metaGroup', { category: 'mekong-desk' }, meta),
  );
}

function dataXml(code: ExchangeInline): string[] {
  const data = (suffix: string, text: string) =>
    text === '' ? [] : [xmlElement('data', { id: `${String(code.id)}${suffix}` }, xmlText(text))];
  return [...data('s', code.start), ...data('e', code.end)];
}

/** Data that no code would point to is not written. */
function used(code: ExchangeInline, unit: ExchangeUnit): boolean {
  const inText = (text: string): boolean => {
    const has = (nodes: readonly InlineNode[]): boolean =>
      nodes.some(
        (node) =>
          node.type !== 'text' &&
          (node.id === code.id || (node.type === 'pair' && has(node.children))),
      );
    return has(inlineTree(text));
  };
  return inText(unit.source) || inText(unit.target);
}

function matchXml(match: ExchangeMatch): string {
  const texts = new TextWriter(match.source, match.target, new Map());
  return xmlElement(
    'mtc:match',
    {
      ref: '#s',
      type: matchTypes[match.kind],
      similarity: Math.min(100, match.score),
      origin: match.origin || null,
    },
    xmlElement('source', {}, texts.source(match.source)) +
      xmlElement('target', {}, texts.target(match.target)),
  );
}

const said = (term: ExchangeTerm): boolean =>
  term.translations.length > 0 || term.definition !== '';

function termXml(term: ExchangeTerm): string {
  return xmlElement(
    'gls:glossEntry',
    {},
    [
      xmlElement('gls:term', {}, xmlText(term.source)),
      ...term.translations.map(({ text, status }) =>
        xmlElement(
          'gls:translation',
          { 'desk:status': status === 'preferred' ? null : status },
          xmlText(text),
        ),
      ),
      term.definition === '' ? '' : xmlElement('gls:definition', {}, xmlText(term.definition)),
    ].join(''),
  );
}
