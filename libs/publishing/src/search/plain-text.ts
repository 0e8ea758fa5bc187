import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that words do not run across. */
const inWords = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'small', 'span', 'mark']);
/** What is on the page for finding one's way, and is no text of the article. */
const notText = new Set(['doc-noteref', 'doc-backlink']);

/** The words of a page's text, blocks apart, without marks of footnotes. */
export function plainText(html: string): string {
  return textOf(parseFragment(html)).replace(/\s+/gu, ' ').trim();
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if (
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'role' && notText.has(value))
  )
    return '';
  const inside = node.childNodes.map(textOf).join('');
  return inWords.has(node.nodeName) ? inside : ` ${inside} `;
}
