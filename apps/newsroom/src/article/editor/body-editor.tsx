import { UnstyledButton } from '@mantine/core';
import { Placeholder } from '@tiptap/extensions';
import { EditorContent, ReactNodeViewRenderer, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Body, CommentAnchor, WritingFinding } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { anchorOf, stretchOf } from './anchors';
import { AskedDialog, type Asking } from './asked-dialog';
import { bodyOf, documentOf } from './body-document';
import { insert, isAsked, type Insertion } from './deeds';
import { bodyExtensions } from './extensions';
import { FigureView } from './figure-view';
import { correctIn, Findings, showFindings } from './findings';
import { Embed, Figure, Footnote } from './nodes';
import { tidiedHtml } from './pasted-html';
import { slash, type SlashState } from './slash';
import { Toolbar } from './toolbar';
import classes from './editor.module.css';

/** What the screen around it does to the text. */
export interface BodyHands {
  /** Shows the place that a comment is about; false when its words are gone. */
  readonly goTo: (anchor: CommentAnchor) => boolean;
  /** Marks what is said of the words. */
  readonly show: (findings: readonly WritingFinding[]) => void;
  /** Puts a correction in its place; false when the words are gone. */
  readonly correct: (finding: WritingFinding, correction: string) => boolean;
  /** Whether an input method is composing: then nothing may touch the text. */
  readonly isComposing: () => boolean;
}

/**
 * The body of an article, written. What it holds is only ever read from it while it is open:
 * saving never puts anything back, so that no input method loses what it composes.
 */
export function BodyEditor({
  initial,
  language,
  readOnly,
  onChange,
  onSelect,
  hands,
}: {
  initial: Body;
  language: Language;
  readOnly: boolean;
  /** Null: it holds something that cannot be saved. */
  onChange: (body: Body | null) => void;
  /** The words that are chosen, as comments name their place. */
  onSelect: (anchor: CommentAnchor | null) => void;
  hands: Ref<BodyHands>;
}) {
  const { t } = useTranslation('article');
  const [menu, setMenu] = useState<SlashState | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const tell = useRef({ onChange, onSelect });
  useEffect(() => {
    tell.current = { onChange, onSelect };
  });
  const [setUp] = useState(() => ({
    extensions: [
      ...bodyExtensions.filter((one) => ![Figure, Embed, Footnote].some((own) => own === one)),
      Figure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) }),
      Embed.configure({
        open: (place) => {
          setAsking({ what: 'embed', place });
        },
      }),
      Footnote.configure({
        open: (place) => {
          setAsking({ what: 'footnote', place });
        },
        nameOf: (words) => t('footnote.open', { words }),
      }),
      Findings,
      Placeholder.configure({ placeholder: t('start') }),
      slash(
        (item) => t(`toolbar.${item}`),
        setMenu,
        (editor, item) => {
          if (isAsked(item)) setAsking({ what: item, place: null });
          else insert(editor, item);
        },
      ),
    ],
    content: documentOf(initial),
    injectCSS: false,
    editorProps: {
      attributes: {
        class: classes.text ?? '',
        lang: language,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('body'),
        spellcheck: 'true',
      },
      transformPastedHTML: tidiedHtml,
    },
  }));
  const editor = useEditor({
    ...setUp,
    editable: !readOnly,
    onUpdate: ({ editor: now }) => {
      tell.current.onChange(bodyOf(now.getJSON()));
    },
    onSelectionUpdate: ({ editor: now }) => {
      tell.current.onSelect(anchorOf(now.state.doc, now.state.selection));
    },
  });
  useEffect(() => {
    editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);
  useImperativeHandle(hands, () => handsOn(editor), [editor]);
  const begin = (what: Insertion): void => {
    if (isAsked(what)) setAsking({ what, place: null });
    else insert(editor, what);
  };
  return (
    <div className={classes.frame}>
      {!readOnly && (
        <Toolbar
          editor={editor}
          onInsert={begin}
          onLink={() => {
            setAsking({ what: 'link', place: null });
          }}
        />
      )}
      <EditorContent
        editor={editor}
        onKeyDown={(event) => {
          if (event.key !== 'F10' || !event.altKey) return;
          event.preventDefault();
          event.currentTarget.parentElement
            ?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')
            ?.focus();
        }}
      />
      {menu && menu.items.length > 0 && createPortal(<SlashMenu menu={menu} />, document.body)}
      {asking && (
        <AskedDialog
          editor={editor}
          asking={asking}
          language={language}
          onClose={() => {
            setAsking(null);
            editor.commands.focus();
          }}
        />
      )}
    </div>
  );
}

const handsOn = (editor: Editor): BodyHands => ({
  isComposing: () => editor.view.composing,
  show: (findings) => {
    showFindings(editor, findings);
  },
  correct: (finding, correction) => correctIn(editor, finding, correction),
  goTo: (anchor) => {
    const stretch = stretchOf(editor.state.doc, anchor);
    if (!stretch) return false;
    editor.chain().setTextSelection(stretch).focus(undefined, { scrollIntoView: true }).run();
    const { node } = editor.view.domAtPos(stretch.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
    return true;
  },
});

function SlashMenu({ menu }: { menu: SlashState }) {
  const { t } = useTranslation('article');
  return (
    <div
      className={classes.slash}
      role="listbox"
      aria-label={t('toolbar.label')}
      style={{
        left: Math.max(8, Math.min(menu.left, window.innerWidth - 240)),
        ...(menu.top > window.innerHeight - 300
          ? { bottom: window.innerHeight - menu.top + 32 }
          : { top: menu.top + 6 }),
      }}
    >
      {menu.items.map((item, place) => (
        <UnstyledButton
          key={item}
          role="option"
          aria-selected={place === menu.at}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            menu.choose(item);
          }}
        >
          {t(`toolbar.${item}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
