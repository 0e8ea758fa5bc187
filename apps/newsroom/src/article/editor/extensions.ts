import type { Extensions } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { TableCell, TableHeader, TableRow, Table } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Heading } from '@tiptap/extension-heading';
import { ListItem } from '@tiptap/extension-list';
import { safeHref } from '@desk/contracts';
import { Embed, Figure, Footnote } from './nodes';

const levels = [2, 3, 4] as const;
const textOrLists = '(paragraph | bulletList | orderedList)+';

/** Headings of pasted pages come to the nearest level that a body has: the title is the only h1. */
const OurHeading = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      attrs: { level: Math.min(4, Math.max(2, level)) },
    })),
}).configure({ levels: [...levels] });

export const OurLink = Link.extend({
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
}).configure({
  openOnClick: false,
  autolink: false,
  defaultProtocol: 'https',
  HTMLAttributes: {},
  isAllowedUri: (href) => safeHref.safeParse(href).success,
});

const spans = () => ({
  colspan: { default: 1, parseHTML: spanOf('colspan') },
  rowspan: { default: 1, parseHTML: spanOf('rowspan') },
});
const spanOf =
  (name: string) =>
  (element: HTMLElement): number =>
    Math.max(1, Number(element.getAttribute(name)) || 1);

/**
 * What a body may hold and nothing else: the editor's side of `bodySchema`. Whatever else is
 * pasted falls away or comes as the nearest thing that there is.
 */
export const bodyExtensions: Extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    blockquote: false,
    heading: false,
    link: false,
    listItem: false,
    trailingNode: { node: 'paragraph' },
  }),
  OurHeading,
  OurLink,
  Blockquote.extend({ content: textOrLists }),
  ListItem.extend({ content: textOrLists }),
  // Columns are as wide as their words ask for: a body keeps no widths.
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableCell.extend({ content: 'paragraph+', addAttributes: spans }),
  TableHeader.extend({ content: 'paragraph+', addAttributes: spans }),
  Figure,
  Embed,
  Footnote,
];
