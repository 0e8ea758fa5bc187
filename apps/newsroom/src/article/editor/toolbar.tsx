import { ActionIcon, Popover, Stack, TextInput, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconColumnInsertRight,
  IconH2,
  IconH3,
  IconH4,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconRowInsertBottom,
  IconSeparator,
  IconTable,
  IconTableMinus,
  IconAsterisk,
  IconExternalLink,
  type Icon,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeHref } from '@desk/contracts';
import { insert, insertions, isThere, type Insertion } from './deeds';
import classes from './editor.module.css';

const icons: Readonly<Record<Insertion, Icon>> = {
  heading2: IconH2,
  heading3: IconH3,
  heading4: IconH4,
  bulletList: IconList,
  orderedList: IconListNumbers,
  blockquote: IconBlockquote,
  table: IconTable,
  footnote: IconAsterisk,
  embed: IconExternalLink,
  horizontalRule: IconSeparator,
};

/** What can be done with the text. */
export function Toolbar({ editor, onPicture }: { editor: Editor; onPicture: () => void }) {
  const { t } = useTranslation('article');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
      there: insertions.filter((what) => isThere(now, what)),
    }),
  });
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('toolbar.label')}>
      <Tool
        icon={IconBold}
        name={t('toolbar.bold')}
        on={state.bold}
        onClick={() => editor.chain().focus().toggleBold().run()}
      />
      <Tool
        icon={IconItalic}
        name={t('toolbar.italic')}
        on={state.italic}
        onClick={() => editor.chain().focus().toggleItalic().run()}
      />
      <LinkTool editor={editor} />
      {insertions.map((what) => (
        <Tool
          key={what}
          icon={icons[what]}
          name={t(`toolbar.${what}`)}
          on={state.there.includes(what)}
          onClick={() => {
            insert(editor, what);
          }}
        />
      ))}
      <Tool icon={IconPhoto} name={t('toolbar.picture')} on={false} onClick={onPicture} />
      {state.table && (
        <>
          <Tool
            icon={IconRowInsertBottom}
            name={t('toolbar.row')}
            on={false}
            onClick={() => editor.chain().focus().addRowAfter().run()}
          />
          <Tool
            icon={IconColumnInsertRight}
            name={t('toolbar.column')}
            on={false}
            onClick={() => editor.chain().focus().addColumnAfter().run()}
          />
          <Tool
            icon={IconTableMinus}
            name={t('toolbar.dropTable')}
            on={false}
            onClick={() => editor.chain().focus().deleteTable().run()}
          />
        </>
      )}
      <Tool
        icon={IconArrowBackUp}
        name={t('toolbar.undo')}
        on={false}
        disabled={!state.undo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <Tool
        icon={IconArrowForwardUp}
        name={t('toolbar.redo')}
        on={false}
        disabled={!state.redo}
        onClick={() => editor.chain().focus().redo().run()}
      />
    </div>
  );
}

function Tool({
  icon: Picture,
  name,
  on,
  disabled = false,
  onClick,
}: {
  icon: Icon;
  name: string;
  on: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant={on ? 'light' : 'subtle'}
        size={34}
        aria-label={name}
        aria-pressed={on}
        disabled={disabled}
        onClick={onClick}
      >
        <Picture size={19} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** A link over the words that are chosen; an empty address takes it away. */
function LinkTool({ editor }: { editor: Editor }) {
  const { t } = useTranslation('article');
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const bad = href !== '' && !safeHref.safeParse(href).success;
  return (
    <Popover opened={open} onChange={setOpen} trapFocus width={300} withArrow>
      <Popover.Target>
        <Tooltip label={t('toolbar.link')}>
          <ActionIcon
            variant="subtle"
            size={34}
            aria-label={t('toolbar.link')}
            onClick={() => {
              const now: unknown = editor.getAttributes('link').href;
              setHref(typeof now === 'string' ? now : '');
              setOpen(true);
            }}
          >
            <IconLink size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (bad) return;
            const chain = editor.chain().focus().extendMarkRange('link');
            if (href === '') chain.unsetLink().run();
            else chain.setLink({ href }).run();
            setOpen(false);
          }}
        >
          <Stack gap="xs">
            <TextInput
              label={t('toolbar.address')}
              placeholder="https://"
              data-autofocus
              error={bad ? t('toolbar.badAddress') : null}
              value={href}
              onChange={(event) => {
                setHref(event.currentTarget.value.trim());
              }}
            />
            <Button type="submit" size="xs">
              {t('toolbar.setLink')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
