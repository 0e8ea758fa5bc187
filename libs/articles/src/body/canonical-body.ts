import {
  type Block,
  type Body,
  type BulletList,
  type Inline,
  type ListItem,
  MAX_BODY_DEPTH,
  type OrderedList,
  type Paragraph,
  type Table,
} from '@desk/contracts';
import { tooDeep, unreadable } from './body-limits.js';
import { canonicalAddress, canonicalInlines, cleanAt, foldedSpaces } from './canonical-inlines.js';
import { squaredTable } from './squared-table.js';

export function canonicalBody(body: Body): Body {
  const content = body.content.map((block, i) => canonicalBlock(block, `content.${String(i)}`, 1));
  return { type: 'doc', content };
}

function canonicalBlock(block: Block, place: string, depth: number): Block {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return canonicalTextOrList(block, place, depth);
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: block.attrs.level },
        ...inlinesOf(block.content, place),
      };
    case 'horizontalRule':
      return { type: 'horizontalRule' };
    case 'figure': {
      const { src, alt, credit, width, height, mediaId } = block.attrs;
      return {
        type: 'figure',
        attrs: {
          src: canonicalAddress(src, place),
          alt: cleanAt(alt, place),
          credit: cleanAt(credit, place),
          ...(width === undefined ? {} : { width }),
          ...(height === undefined ? {} : { height }),
          ...(mediaId === undefined ? {} : { mediaId: mediaId.toLowerCase() }),
        },
        ...inlinesOf(block.content, place),
      };
    }
    case 'embed': {
      const href = canonicalAddress(block.attrs.href, place);
      const title = foldedSpaces(cleanAt(block.attrs.title, place)).trim();
      return { type: 'embed', attrs: { href, title: title || addressInWords(href) } };
    }
    case 'table':
      return canonicalTable(block, place);
    case 'blockquote':
      return { type: 'blockquote', content: canonicalChildren(block.content, place, depth) };
  }
}

/** A link must say something: at least where it leads. */
export function addressInWords(href: string): string {
  return cutTo(href.replace(/^https?:\/\/(www\.)?/i, ''), 300);
}

/** At most `max` UTF-16 units, never half a character. */
export function cutTo(text: string, max: number): string {
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}

type TextOrList = Paragraph | BulletList | OrderedList;

function canonicalTextOrList(node: TextOrList, place: string, depth: number): TextOrList {
  if (depth > MAX_BODY_DEPTH) throw tooDeep();
  if (node.type === 'paragraph') {
    return { type: 'paragraph', ...inlinesOf(node.content, place) };
  }
  const content = node.content.map((item, i): ListItem => {
    const at = `${place}.content.${String(i)}`;
    return { type: 'listItem', content: canonicalChildren(item.content, at, depth + 1) };
  });
  if (node.type === 'bulletList') return { type: 'bulletList', content };
  const start = node.attrs?.start ?? 1;
  return { type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content };
}

function canonicalChildren(nodes: readonly TextOrList[], place: string, depth: number) {
  return nodes.map((node, i) =>
    canonicalTextOrList(node, `${place}.content.${String(i)}`, depth + 1),
  );
}

function canonicalTable(table: Table, place: string): Table {
  const squared = squaredTable(table);
  if (squared === undefined) throw unreadable(place, 'table_too_large');
  const content = squared.content.map((row, r) => ({
    type: row.type,
    content: row.content.map((cell, c) => ({
      ...cell,
      content: cell.content.map((paragraph): Paragraph => {
        const at = `${place}.content.${String(r)}.content.${String(c)}`;
        return { type: 'paragraph', ...inlinesOf(paragraph.content, at) };
      }),
    })),
  }));
  return { type: 'table', content };
}

function inlinesOf(inlines: readonly Inline[] | undefined, place: string) {
  const content = canonicalInlines(inlines ?? [], `${place}.content`);
  return content.length === 0 ? {} : { content };
}
