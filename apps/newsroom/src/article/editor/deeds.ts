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
  'footnote',
  'embed',
  'horizontalRule',
] as const;
export type Insertion = (typeof insertions)[number];

export function insert(editor: Editor, what: Insertion): void {
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
    case 'footnote':
      chain.insertContent({ type: 'footnote', attrs: { content: [] } }).run();
      return;
    case 'embed':
      chain.insertContent({ type: 'embed', attrs: { href: '', title: '' } }).run();
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
