import { unreadable } from './body-limits.js';

const nodeTypes: ReadonlySet<unknown> = new Set(
  (
    'text hardBreak footnote paragraph heading horizontalRule figure embed table tableRow ' +
    'tableHeader tableCell bulletList orderedList listItem blockquote'
  ).split(' '),
);

/**
 * Input of bounded depth, made ready for the schema: texts of no length and footnotes without
 * text, which an editor may leave behind, go. What is no node at all is refused here at once:
 * the schema would collect an error for each of a million.
 *
 * @throws Invalid body.invalid
 */
export function tidiedNodes(node: unknown, place = ''): unknown {
  if (!hasContent(node)) return node;
  const content = node.content.map((child, index) => {
    const at = `${place}${place === '' ? '' : '.'}content.${String(index)}`;
    const flaw = flawOf(child);
    if (flaw !== undefined) throw unreadable(at, flaw);
    return tidiedNodes(child, at);
  });
  return { ...node, content: content.filter((child) => !isEmpty(child)) };
}

export function hasContent(node: unknown): node is { content: unknown[] } {
  return (
    typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
  );
}

function flawOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return 'invalid_type';
  if (!('type' in node) || !nodeTypes.has(node.type)) return 'invalid_union';
  if (node.type !== 'text') return undefined;
  if (!('text' in node) || typeof node.text !== 'string') return 'invalid_type';
  const marks = 'marks' in node ? node.marks : undefined;
  return Array.isArray(marks) && marks.length > 3 ? 'too_big' : undefined;
}

function isEmpty(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  if (node.type === 'text') return 'text' in node && node.text === '';
  return node.type === 'footnote' && hasContent(node) && node.content.length === 0;
}
