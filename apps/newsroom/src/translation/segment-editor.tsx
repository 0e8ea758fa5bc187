import { Extension, Node } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Language } from '@desk/languages';
import type { CodePiece } from './pieces';
import { asLine, documentOf, writtenFormOf } from './written-form';
import classes from './translation.module.css';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'line' });
const Line = Node.create({
  name: 'line',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});
const Text = Node.create({ name: 'text', group: 'inline' });

const signs = { open: '▸', close: '◂', lone: '•' } as const;

/** A code as a chip: it can be moved and taken away, and never be half of itself. */
const Code = Node.create({
  name: 'code',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({ type: { default: 'lone' }, id: { default: 1 } }),
  renderHTML: ({ node }) => {
    const { type, id } = node.attrs;
    const sign = type === 'open' ? signs.open : type === 'close' ? signs.close : signs.lone;
    return ['span', { class: classes.chip, 'data-code': String(type) }, `${sign}${String(id)}`];
  },
});

/** A segment is one line: Enter does nothing of its own. */
const OneLine = Extension.create({
  name: 'oneLine',
  addKeyboardShortcuts: () => ({ Enter: () => true, 'Shift-Enter': () => true }),
});

/** What the screen's keys and buttons do to the segment that is worked on. */
export interface SegmentHands {
  readonly replace: (written: string) => void;
  readonly insert: (what: string | CodePiece) => void;
  readonly focus: () => void;
}

export interface SegmentEditorProps {
  readonly language: Language;
  readonly label: string;
  readonly written: string;
  readonly readOnly: boolean;
  readonly onChange: (written: string) => void;
  readonly hands: Ref<SegmentHands>;
  /** Whether the cursor is to come here, asked once when it is shown. */
  readonly takesFocus: () => boolean;
}

/** The target of one segment, written. Input methods compose in it undisturbed. */
export function SegmentEditor({
  language,
  label,
  written,
  readOnly,
  onChange,
  hands,
  takesFocus,
}: SegmentEditorProps) {
  const asksFocus = useRef(takesFocus);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const editor = useEditor(
    {
      extensions: [Doc, Line, Text, Code, OneLine, UndoRedo],
      content: documentOf(written),
      editable: !readOnly,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: classes.editor ?? '',
          lang: language,
          role: 'textbox',
          'aria-multiline': 'false',
          'aria-label': label,
          spellcheck: 'true',
        },
        clipboardTextParser: (text, context) =>
          context.doc.type.schema.nodeFromJSON(documentOf(asLine(text)).content?.[0]).slice(0),
      },
      onUpdate: ({ editor: now }) => {
        change.current(writtenFormOf(now.getJSON()));
      },
    },
    [language],
  );
  useEffect(() => {
    editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  useEffect(() => {
    if (asksFocus.current()) editor.commands.focus('end');
  }, [editor]);
  useImperativeHandle(hands, () => handsOn(editor), [editor]);
  return <EditorContent editor={editor} />;
}

const handsOn = (editor: Editor): SegmentHands => ({
  replace: (written) => {
    editor.chain().setContent(documentOf(written), { emitUpdate: true }).focus('end').run();
  },
  insert: (what) => {
    const content =
      typeof what === 'string'
        ? { type: 'text', text: what }
        : { type: 'code', attrs: { type: what.type, id: what.id } };
    editor.chain().focus().insertContent(content).run();
  },
  focus: () => {
    editor.commands.focus('end');
  },
});
