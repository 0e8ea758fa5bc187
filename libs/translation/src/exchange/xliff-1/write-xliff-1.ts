import type { ExchangeFile, ExchangeInline, ExchangeTerm, ExchangeUnit } from '../exchange-file.js';
import { GLOSSARY_NOTE, OWN_NAMESPACE, PRODUCT } from '../own-names.js';
import { emptyTag, startTag, XML_DECLARATION, xmlElement, xmlText } from '../xml/write-xml.js';
import { writeText } from './write-text.js';

const states = {
  untranslated: 'needs-translation',
  draft: 'needs-review-translation',
  confirmed: 'translated',
  reviewed: 'signed-off',
} as const;

/**
 * XLIFF 1.2 in pieces, as the older tools want it: a target in every unit, at first a copy of the
 * source, and white space to be kept. What 1.2 has no words for stands in elements of our own.
 */
export function* writeXliff1(file: ExchangeFile): Generator<string> {
  yield XML_DECLARATION;
  yield startTag('xliff', {
    version: '1.2',
    xmlns: 'urn:oasis:names:tc:xliff:document:1.2',
    'xmlns:desk': OWN_NAMESPACE,
  });
  const about = {
    original: file.original,
    'source-language': file.sourceLanguage,
    'target-language': file.targetLanguage || null,
    datatype: 'x-mekong-desk',
    'xml:space': 'preserve',
    'product-name': PRODUCT,
    'product-version': file.revision || null,
  };
  yield `\n${startTag('file', about)}\n<body>\n`;
  for (const unit of file.units) yield unitXml(unit);
  yield '</body>\n</file>\n</xliff>\n';
}

function unitXml(unit: ExchangeUnit): string {
  const codes = new Map(unit.codes.map((code) => [code.id, code]));
  const source = writeText(unit.source, codes);
  const untranslated = unit.target === '';
  const target = untranslated ? source : writeText(unit.target, codes);
  return xmlElement(
    'trans-unit',
    {
      id: unit.id,
      'xml:space': 'preserve',
      restype: unit.kind === '' ? null : `x-${unit.kind}`,
      translate: unit.translatable ? null : 'no',
      approved: unit.state === 'reviewed' ? 'yes' : null,
    },
    `\n${[
      xmlElement('source', {}, source),
      xmlElement('target', { state: states[untranslated ? 'untranslated' : unit.state] }, target),
      ...unit.notes.map(({ text, from }) =>
        xmlElement('note', { from: from || null }, xmlText(text)),
      ),
      ...unit.terms.map((term) =>
        xmlElement('note', { from: GLOSSARY_NOTE }, xmlText(termLine(term))),
      ),
      ...unit.matches.map((match) =>
        xmlElement(
          'alt-trans',
          {
            'match-quality': `${String(match.score)}%`,
            origin: match.origin || null,
            extype: `x-${match.kind}`,
            'xml:space': 'preserve',
          },
          xmlElement('source', {}, writeText(match.source, new Map())) +
            xmlElement('target', {}, writeText(match.target, new Map())),
        ),
      ),
      ownXml(unit),
    ]
      .filter((part) => part !== '')
      .join('\n')}\n`,
  ).concat('\n');
}

function termLine({ source, translations, definition }: ExchangeTerm): string {
  const said = translations.map(({ text, status }) =>
    status === 'forbidden' ? `✗ ${text}` : text,
  );
  return `${source} = ${said.join('; ')}${definition === '' ? '' : ` (${definition})`}`;
}

function ownXml(unit: ExchangeUnit): string {
  const parts = [...unit.codes.flatMap(codeXml), ...unit.terms.map(termXml)];
  if (unit.version === null && parts.length === 0) return '';
  return xmlElement('desk:unit', { version: unit.version }, parts.join(''));
}

function codeXml({ id, kind, start, end }: ExchangeInline): string[] {
  if (kind === 'other' && start === '' && end === '') return [];
  return [emptyTag('desk:code', { id, kind, start: start || null, end: end || null })];
}

function termXml(term: ExchangeTerm): string {
  return xmlElement(
    'desk:term',
    {},
    [
      xmlElement('desk:source', {}, xmlText(term.source)),
      ...term.translations.map(({ text, status }) =>
        xmlElement('desk:translation', { status }, xmlText(text)),
      ),
      term.definition === '' ? '' : xmlElement('desk:definition', {}, xmlText(term.definition)),
    ].join(''),
  );
}
