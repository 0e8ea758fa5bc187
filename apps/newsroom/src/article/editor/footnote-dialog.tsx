import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Extension, Node, type JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { OurLink } from './extensions';
import classes from './editor.module.css';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'note' });
const Note = Node.create({
  name: 'note',
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});
const words = StarterKit.configure({
  document: false,
  paragraph: false,
  heading: false,
  blockquote: false,
  bulletList: false,
  orderedList: false,
  listItem: false,
  listKeymap: false,
  horizontalRule: false,
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
  link: false,
  trailingNode: false,
});

/** What a footnote says, with bold, italic and links; a note without words goes away. */
export function FootnoteDialog({
  content,
  language,
  onClose,
  onWritten,
}: {
  content: JSONContent[];
  language: Language;
  onClose: () => void;
  onWritten: (content: JSONContent[]) => void;
}) {
  const { t } = useTranslation(['article', 'shell']);
  const done = useRef<() => void>(() => undefined);
  const editor = useEditor({
    extensions: [
      Doc,
      Note,
      words,
      OurLink,
      Extension.create({
        name: 'done',
        addKeyboardShortcuts: () => ({
          Enter: () => {
            done.current();
            return true;
          },
        }),
      }),
    ],
    content: { type: 'doc', content: [{ type: 'note', content }] },
    autofocus: 'end',
    injectCSS: false,
    editorProps: {
      attributes: {
        class: classes.noteText ?? '',
        lang: language,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('footnote.words'),
        spellcheck: 'true',
      },
    },
    onCreate: ({ editor: made }) => {
      done.current = () => {
        onWritten(made.getJSON().content?.[0]?.content ?? []);
      };
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('footnote.title')} returnFocus={false}>
      <Stack gap="sm">
        <EditorContent editor={editor} data-autofocus />
        <Text size="xs" c="var(--desk-quiet)">
          {t('footnote.about')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
          <Button
            onClick={() => {
              done.current();
            }}
          >
            {t('footnote.keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
