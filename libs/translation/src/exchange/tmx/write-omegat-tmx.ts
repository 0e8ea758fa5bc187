import { codeTokens } from '../../segments/code-text.js';
import type { ExchangeFile, ExchangeUnit } from '../exchange-file.js';
import { emptyTag, startTag, XML_DECLARATION, xmlElement, xmlText } from '../xml/write-xml.js';

/**
 * A memory in the form of OmegaT's own ones. OmegaT drops the marks of all others, so that their
 * sentences with marks never match; in its own it keeps `<g0>` and `<x1/>`, counted from 0 in the
 * order of the source, as it shows the marks of our XLIFF 1.2.
 */
export function* writeOmegatTmx(file: ExchangeFile): Generator<string> {
  yield XML_DECLARATION;
  yield `${startTag('tmx', { version: '1.1' })}\n`;
  yield `${emptyTag('header', {
    creationtool: 'OmegaT',
    creationtoolversion: '3.6',
    segtype: 'sentence',
    'o-tmf': 'OmegaT TMX',
    adminlang: 'EN-US',
    srclang: file.sourceLanguage,
    datatype: 'plaintext',
  })}\n<body>\n`;
  for (const unit of file.units) {
    if (unit.target === '') continue;
    const marks = marksOf(unit);
    const variant = (language: string, text: string) =>
      xmlElement('tuv', { lang: language }, xmlElement('seg', {}, xmlText(shown(text, marks))));
    yield `${xmlElement(
      'tu',
      {},
      variant(file.sourceLanguage, unit.source) + variant(file.targetLanguage, unit.target),
    )}\n`;
  }
  yield '</body>\n</tmx>\n';
}

/** Each code's place among those of the source. */
function marksOf({ source }: ExchangeUnit): Map<number, number> {
  const marks = new Map<number, number>();
  for (const token of codeTokens(source)) {
    if (token.type !== 'text' && !marks.has(token.id)) marks.set(token.id, marks.size);
  }
  return marks;
}

function shown(text: string, marks: ReadonlyMap<number, number>): string {
  return codeTokens(text)
    .map((token) => {
      if (token.type === 'text') return token.text;
      const mark = String(marks.get(token.id) ?? marks.size);
      if (token.type === 'lone') return `<x${mark}/>`;
      return token.type === 'open' ? `<g${mark}>` : `</g${mark}>`;
    })
    .join('');
}
