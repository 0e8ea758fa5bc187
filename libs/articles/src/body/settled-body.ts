import type { Block, Body, BulletList, ListItem, OrderedList, Paragraph } from '@desk/contracts';
import { foldedSpaces } from './canonical-inlines.js';
import { withoutSkippedLevels } from './heading-levels.js';
import { parseBody } from './parse-body.js';
import { settledLine, settledParagraphs, withoutFullBold } from './settled-inlines.js';

/**
 * The normal form of a body that travels as a page: `bodyFromHtml(bodyToHtml(body))` gives
 * exactly this. Over the canonical form it settles white space (see `settledParagraphs`), drops
 * paragraphs, headings, items, lists and quotes without text, keeps at least one paragraph in a
 * cell, takes the bold off a heading that is bold from end to end, and skips no heading level.
 */
export function settledBody(body: Body): Body {
  const content = withoutSkippedLevels(body.content.flatMap(settledBlock));
  return parseBody({ type: 'doc', content });
}

function settledBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return settledChild(block);
    case 'heading': {
      const content = withoutFullBold(settledLine(block.content ?? []));
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'horizontalRule':
    case 'embed':
      return [block];
    case 'figure': {
      const content = settledLine(block.content ?? []);
      const alt = oneLine(block.attrs.alt);
      const credit = oneLine(block.attrs.credit);
      return [{ type: 'figure', attrs: { ...block.attrs, alt, credit }, content }];
    }
    case 'table':
      return [
        {
          type: 'table',
          content: block.content.map((row) => ({
            ...row,
            content: row.content.map((cell) => {
              const content = cell.content.flatMap(settledParagraph);
              const some: Paragraph[] = content.length === 0 ? [{ type: 'paragraph' }] : content;
              return { ...cell, content: some };
            }),
          })),
        },
      ];
    case 'blockquote': {
      const content = block.content.flatMap(settledChild);
      return content.length === 0 ? [] : [{ type: 'blockquote', content }];
    }
  }
}

type TextOrList = Paragraph | BulletList | OrderedList;

function settledChild(node: TextOrList): TextOrList[] {
  if (node.type === 'paragraph') return settledParagraph(node);
  const items = node.content.flatMap((item): ListItem[] => {
    const content = item.content.flatMap(settledChild);
    return content.length === 0 ? [] : [{ type: 'listItem', content }];
  });
  return items.length === 0 ? [] : [{ ...node, content: items }];
}

function settledParagraph(paragraph: Paragraph): Paragraph[] {
  return settledParagraphs(paragraph.content ?? []).map((content) => ({
    type: 'paragraph',
    content,
  }));
}

export function oneLine(text: string): string {
  return foldedSpaces(text).trim();
}
