import { Button, Modal, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { safeSrc, type Body } from '@desk/contracts';
import type { Language } from '@desk/languages';
import { bodyOf, documentOf } from './document';
import { extensions } from './extensions';
import { slash, type SlashState } from './slash';
import { Toolbar } from './toolbar';
import classes from './editor.module.css';

/**
 * The body of an article, written. What it holds is only ever read from it while it is open:
 * saving never puts anything back, so that no input method loses what it composes.
 */
export function BodyEditor({
  initial,
  language,
  onChange,
}: {
  initial: Body;
  language: Language;
  /** Null: it holds something that cannot be saved yet. */
  onChange: (body: Body | null) => void;
}) {
  const { t } = useTranslation('article');
  const [menu, setMenu] = useState<SlashState | null>(null);
  const [picture, setPicture] = useState(false);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const editor = useEditor({
    extensions: [...extensions(t('start')), slash((item) => t(`toolbar.${item}`), setMenu)],
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
    },
    onUpdate: ({ editor: now }) => {
      change.current(bodyOf(now.getJSON()));
    },
  });
  return (
    <div className={classes.frame}>
      <Toolbar
        editor={editor}
        onPicture={() => {
          setPicture(true);
        }}
      />
      <EditorContent editor={editor} />
      {menu && menu.items.length > 0 && createPortal(<SlashMenu menu={menu} />, document.body)}
      {picture && (
        <PictureDialog
          editor={editor}
          onClose={() => {
            setPicture(false);
          }}
        />
      )}
    </div>
  );
}

function SlashMenu({ menu }: { menu: SlashState }) {
  const { t } = useTranslation('article');
  return (
    <div
      className={classes.slash}
      role="listbox"
      aria-label={t('toolbar.label')}
      style={{ left: menu.left, top: menu.top + 6 }}
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

/** A picture by its address, described. */
function PictureDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation(['article', 'shell']);
  const [src, setSrc] = useState('');
  const [alt, setAlt] = useState('');
  const bad = src !== '' && !safeSrc.safeParse(src).success;
  return (
    <Modal opened onClose={onClose} title={t('toolbar.picture')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (bad) return;
          onClose();
          editor
            .chain()
            .focus()
            .insertContent({ type: 'figure', attrs: { src, alt, credit: '' } })
            .run();
        }}
      >
        <Stack>
          <TextInput
            label={t('figure.address')}
            placeholder="https://"
            required
            data-autofocus
            error={bad ? t('toolbar.badAddress') : null}
            value={src}
            onChange={(event) => {
              setSrc(event.currentTarget.value.trim());
            }}
          />
          <TextInput
            label={t('figure.alt')}
            required
            value={alt}
            onChange={(event) => {
              setAlt(event.currentTarget.value);
            }}
          />
          <Button type="submit">{t('toolbar.putIn')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
