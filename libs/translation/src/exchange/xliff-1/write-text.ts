import type { ExchangeInline } from '../exchange-file.js';
import { type InlineNode, inlineTree } from '../inline-tree.js';
import { emptyTag, xmlElement, xmlText } from '../xml/write-xml.js';

const pairTypes = { bold: 'bold', italic: 'italic', link: 'link' } as const;
const loneTypes = { break: 'lb', footnote: 'x-footnote' } as const;

/** A text with `g` and `x` elements, and `bx`, `ex`, `it` where a draft's pairs do not nest. */
export function writeText(text: string, codes: ReadonlyMap<number, ExchangeInline>): string {
  const typeOf = (id: number, among: Readonly<Record<string, string>>): string | null =>
    among[codes.get(id)?.kind ?? ''] ?? null;
  const one = (node: InlineNode): string => {
    if (node.type === 'text') return xmlText(node.text);
    const { id } = node;
    switch (node.type) {
      case 'pair':
        return xmlElement(
          'g',
          { id, ctype: typeOf(id, pairTypes) },
          node.children.map(one).join(''),
        );
      case 'lone':
        return emptyTag('x', { id, ctype: typeOf(id, loneTypes) });
      case 'start':
        return emptyTag('bx', { id, rid: id, ctype: typeOf(id, pairTypes) });
      case 'end':
        return emptyTag('ex', { id, rid: id });
      case 'orphanStart':
        return emptyTag('it', { id, pos: 'open', ctype: typeOf(id, pairTypes) });
      case 'orphanEnd':
        return emptyTag('it', { id, pos: 'close' });
    }
  };
  return inlineTree(text).map(one).join('');
}
