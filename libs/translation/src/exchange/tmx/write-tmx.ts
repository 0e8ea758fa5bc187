import type { ExchangeFile, ExchangeUnit } from '../exchange-file.js';
import { type InlineNode, inlineTree } from '../inline-tree.js';
import { PRODUCT } from '../own-names.js';
import { emptyTag, startTag, XML_DECLARATION, xmlElement, xmlText } from '../xml/write-xml.js';

/** TMX 1.4b in pieces: the units that are translated, for a memory elsewhere. */
export function* writeTmx(file: ExchangeFile): Generator<string> {
  yield XML_DECLARATION;
  yield `${startTag('tmx', { version: '1.4' })}\n`;
  yield `${emptyTag('header', {
    creationtool: PRODUCT,
    creationtoolversion: '1',
    segtype: 'sentence',
    'o-tmf': 'mekong-desk',
    adminlang: 'en',
    srclang: file.sourceLanguage,
    datatype: 'plaintext',
  })}\n<body>\n`;
  for (const unit of file.units) if (unit.target !== '') yield unitXml(unit, file);
  yield '</body>\n</tmx>\n';
}

function unitXml(unit: ExchangeUnit, file: ExchangeFile): string {
  const version = (language: string, text: string) =>
    xmlElement('tuv', { 'xml:lang': language }, xmlElement('seg', {}, segXml(text, unit)));
  return `${xmlElement(
    'tu',
    { tuid: unit.id },
    [
      ...unit.notes.map(({ text }) => xmlElement('note', {}, xmlText(text))),
      xmlElement('prop', { type: 'x-state' }, unit.state),
      unit.kind === '' ? '' : xmlElement('prop', { type: 'x-kind' }, xmlText(unit.kind)),
      version(file.sourceLanguage, unit.source),
      version(file.targetLanguage, unit.target),
    ].join(''),
  )}\n`;
}

function segXml(text: string, unit: ExchangeUnit): string {
  const codes = new Map(unit.codes.map((code) => [code.id, code]));
  const kindOf = (id: number) => {
    const kind = codes.get(id)?.kind ?? 'other';
    return kind === 'break' ? 'lb' : kind === 'other' ? null : kind;
  };
  let pairs = 0;
  const numbers = new Map<number, number>();
  const one = (node: InlineNode): string => {
    if (node.type === 'text') return xmlText(node.text);
    const { id } = node;
    const code = codes.get(id);
    const [start, end] = [xmlText(code?.start ?? ''), xmlText(code?.end ?? '')];
    const begin = (i: number) => xmlElement('bpt', { i, x: id, type: kindOf(id) }, start);
    const finish = (i: number) => xmlElement('ept', { i }, end);
    switch (node.type) {
      case 'pair': {
        pairs += 1;
        const i = pairs;
        return begin(i) + node.children.map(one).join('') + finish(i);
      }
      case 'lone':
        return xmlElement('ph', { x: id, type: kindOf(id) }, start);
      case 'start':
        pairs += 1;
        numbers.set(node.pair, pairs);
        return begin(pairs);
      case 'end':
        return finish(numbers.get(node.pair) ?? 0);
      case 'orphanStart':
        return xmlElement('it', { x: id, pos: 'begin', type: kindOf(id) }, start);
      case 'orphanEnd':
        return xmlElement('it', { x: id, pos: 'end', type: kindOf(id) }, end);
    }
  };
  return inlineTree(text).map(one).join('');
}
