import {
  readMediaPath,
  type Block,
  type Body,
  type BulletList,
  type Inline,
  type OrderedList,
  type Paragraph,
} from '@desk/contracts';

/** The keys of all media that a text shows or leads to, each once, in the order of reading. */
export function mediaKeysIn(body: Body): string[] {
  const keys = body.content.flatMap(pathsOf).flatMap((path) => readMediaPath(path)?.key ?? []);
  return [...new Set(keys)];
}

function pathsOf(block: Block): string[] {
  switch (block.type) {
    case 'figure':
      return [block.attrs.src, ...linksOf(block.content)];
    case 'embed':
      return [block.attrs.href];
    case 'heading':
    case 'paragraph':
      return linksOf(block.content);
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap(({ content }) => content.flatMap(pathsOf)),
      );
    case 'bulletList':
    case 'orderedList':
    case 'blockquote':
      return pathsWithin(block);
    case 'horizontalRule':
      return [];
  }
}

type Nested = Paragraph | BulletList | OrderedList | Extract<Block, { type: 'blockquote' }>;

const pathsWithin = (node: Nested): string[] => {
  if (node.type === 'paragraph') return linksOf(node.content);
  if (node.type === 'blockquote') return node.content.flatMap(pathsWithin);
  return node.content.flatMap((item) => item.content.flatMap(pathsWithin));
};

function linksOf(inlines: readonly Inline[] = []): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'footnote') return linksOf(inline.content);
    if (inline.type !== 'text') return [];
    return (inline.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
  });
}
