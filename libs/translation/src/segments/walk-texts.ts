import type {
  Block,
  BulletList,
  Figure,
  Inline,
  OrderedList,
  Paragraph,
  Table,
} from '@desk/contracts';
import type { EditionText, SegmentKind } from './segment.js';

/** Is shown each text of an edition, in reading order, and answers with what shall stand there. */
export interface TextVisitor {
  /** `whole`: one segment, not cut into sentences. Never called with an empty text. */
  line(place: string, kind: SegmentKind, text: string, whole: boolean): string;
  inlines(place: string, kind: SegmentKind, content: readonly Inline[]): Inline[];
}

/** The edition with every text replaced by the visitor's answer; its structure stays. */
export function walkTexts(edition: EditionText, visitor: TextVisitor): EditionText {
  const line = (place: string, kind: SegmentKind, text: string, whole = true) =>
    text === '' ? '' : visitor.line(place, kind, text, whole);

  const withContent = <Node extends { content?: Inline[] | undefined }>(
    node: Node,
    place: string,
    kind: SegmentKind,
  ): Node =>
    node.content === undefined
      ? node
      : { ...node, content: visitor.inlines(place, kind, node.content) };

  const block = (node: Block, place: string): Block => {
    switch (node.type) {
      case 'paragraph':
      case 'bulletList':
      case 'orderedList':
        return textOrList(node, place, 'paragraph');
      case 'heading':
        return withContent(node, place, 'heading');
      case 'horizontalRule':
        return node;
      case 'figure':
        return figure(node, place);
      case 'embed': {
        const title = line(`${place}/title`, 'embed_title', node.attrs.title);
        return { ...node, attrs: { ...node.attrs, title } };
      }
      case 'table':
        return table(node, place);
      case 'blockquote':
        return { ...node, content: children(node.content, place, 'paragraph') };
    }
  };

  const textOrList = (
    node: Paragraph | BulletList | OrderedList,
    place: string,
    kind: SegmentKind,
  ): Paragraph | BulletList | OrderedList => {
    if (node.type === 'paragraph') return withContent(node, place, kind);
    const content = node.content.map((item, index) => ({
      ...item,
      content: children(item.content, `${place}/${String(index)}`, 'list_item'),
    }));
    return { ...node, content };
  };

  const children = (
    nodes: readonly (Paragraph | BulletList | OrderedList)[],
    place: string,
    kind: SegmentKind,
  ) => nodes.map((node, index) => textOrList(node, `${place}/${String(index)}`, kind));

  const figure = (node: Figure, place: string): Figure => {
    const alt = line(`${place}/alt`, 'alt', node.attrs.alt);
    const captioned = withContent(node, place, 'caption');
    const credit = line(`${place}/credit`, 'credit', node.attrs.credit);
    return { ...captioned, attrs: { ...node.attrs, alt, credit } };
  };

  const table = (node: Table, place: string): Table => ({
    ...node,
    content: node.content.map((row, r) => ({
      ...row,
      content: row.content.map((cell, c) => ({
        ...cell,
        content: cell.content.map((paragraph, p) =>
          withContent(paragraph, [place, r, c, p].join('/'), 'cell'),
        ),
      })),
    })),
  });

  const title = line('title', 'title', edition.title);
  const summary = line('summary', 'summary', edition.summary, false);
  const content = edition.body.content.map((node, index) => block(node, `body/${String(index)}`));
  const seo = {
    title: line('seo.title', 'seo_title', edition.seo.title),
    description: line('seo.description', 'seo_description', edition.seo.description, false),
  };
  return { title, summary, body: { ...edition.body, content }, seo };
}
