import { Node, mergeAttributes } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { ListItem } from '@tiptap/extension-list';
import { Placeholder } from '@tiptap/extensions';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { EmbedView } from './embed-view';
import { FigureView } from './figure-view';
import { FootnoteView } from './footnote-view';

/** A picture with its caption; described, credited. */
const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    credit: { default: '' },
    width: { default: null },
    height: { default: null },
    mediaId: { default: null },
  }),
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes), 0],
  addNodeView: () => ReactNodeViewRenderer(FigureView),
});

/** Something that lives elsewhere, shown as a link. */
const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ href: { default: '' }, title: { default: '' } }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-embed': '' }),
  ],
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
});

/** A note: its number stands in the text, its words are written beside it. */
const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ content: { default: [] } }),
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: () => ['sup', { 'data-footnote': '' }],
  addNodeView: () => ReactNodeViewRenderer(FootnoteView),
});

/** Exactly what a body may hold: see the schema of the API. */
export const extensions = (placeholder: string) => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    blockquote: false,
    listItem: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: false, protocols: ['mailto', 'tel'] },
  }),
  Blockquote.extend({ content: '(paragraph | bulletList | orderedList)+' }),
  ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+' }),
  TableCell.extend({ content: 'paragraph+' }),
  Figure,
  Embed,
  Footnote,
  Placeholder.configure({ placeholder }),
];
