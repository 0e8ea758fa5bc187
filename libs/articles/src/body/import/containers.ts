import type {
  Block,
  Blockquote,
  BulletList,
  Figure,
  Inline,
  ListItem,
  OrderedList,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from '@desk/contracts';

/** What is open while a page is read: blocks are put into the innermost. */
export type Container =
  | { is: 'body'; content: Block[] }
  | { is: 'list'; node: BulletList | OrderedList }
  | { is: 'item'; node: ListItem }
  | { is: 'quote'; node: Blockquote }
  | { is: 'table'; node: Table }
  | { is: 'row'; node: TableRow }
  | { is: 'cell'; node: TableCell }
  | { is: 'figure'; figures: Figure[]; caption: Inline[]; credit: string };

export type TextOrList = Paragraph | BulletList | OrderedList;

/** The paragraphs of a block that stands where no such block can: a heading in a quote, a list in a cell. */
export function paragraphsOf(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'heading':
      return [{ type: 'paragraph', content: block.content }];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(paragraphsOf));
    case 'blockquote':
      return block.content.flatMap(paragraphsOf);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content));
    default:
      return [];
  }
}

export function isText(block: Block): boolean {
  return !['figure', 'embed', 'horizontalRule', 'table'].includes(block.type);
}
