import type { Editor } from '@tiptap/core';

/** What can be put in or made of the text: by the toolbar and by the menu that `/` opens. */
export const insertions = [
  'heading2',
  'heading3',
  'heading4',
  'bulletList',
  'orderedList',
  'blockquote',
  'table',
  'picture',
  'footnote',
  'embed',
  'horizontalRule',
] as const;
export type Insertion = (typeof insertions)[number];

/** What needs words of a person first, before it stands in the text. */
export const asked = ['picture', 'footnote', 'embed'] as const;
export type Asked = (typeof asked)[number];
export const isAsked = (what: Insertion): what is Asked => asked.some((one) => one === what);

/** Puts in what needs no asking. */
export function insert(editor: Editor, what: Exclude<Insertion, Asked>): void {
  const chain = editor.chain().focus();
  switch (what) {
    case 'heading2':
      chain.toggleHeading({ level: 2 }).run();
      return;
    case 'heading3':
      chain.toggleHeading({ level: 3 }).run();
      return;
    case 'heading4':
      chain.toggleHeading({ level: 4 }).run();
      return;
    case 'bulletList':
      chain.toggleBulletList().run();
      return;
    case 'orderedList':
      chain.toggleOrderedList().run();
      return;
    case 'blockquote':
      chain.toggleBlockquote().run();
      return;
    case 'table':
      chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
      return;
    case 'horizontalRule':
      chain.setHorizontalRule().run();
  }
}

/** Whether the place of the cursor is of this kind. */
export function isThere(editor: Editor, what: Insertion): boolean {
  const level = /^heading(\d)$/.exec(what)?.[1];
  return level ? editor.isActive('heading', { level: Number(level) }) : editor.isActive(what);
}

/** What can be done with the table that the cursor is in. */
export const tableDeeds = [
  'row',
  'column',
  'dropRow',
  'dropColumn',
  'headerRow',
  'mergeCells',
  'dropTable',
] as const;
export type TableDeed = (typeof tableDeeds)[number];

export function doToTable(editor: Editor, deed: TableDeed): void {
  const chain = editor.chain().focus();
  const does: Record<TableDeed, () => boolean> = {
    row: () => chain.addRowAfter().run(),
    column: () => chain.addColumnAfter().run(),
    dropRow: () => chain.deleteRow().run(),
    dropColumn: () => chain.deleteColumn().run(),
    headerRow: () => chain.toggleHeaderRow().run(),
    mergeCells: () => chain.mergeOrSplit().run(),
    dropTable: () => chain.deleteTable().run(),
  };
  does[deed]();
}
