import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconAsterisk,
  IconBlockquote,
  IconBold,
  IconColumnInsertRight,
  IconColumnRemove,
  IconExternalLink,
  IconH2,
  IconH3,
  IconH4,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconRowInsertBottom,
  IconRowRemove,
  IconSeparator,
  IconTable,
  IconTableMinus,
  IconTableRow,
  IconArrowMerge,
  type Icon,
} from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import {
  doToTable,
  insertions,
  isThere,
  tableDeeds,
  type Insertion,
  type TableDeed,
} from './deeds';
import { useRoving } from './roving';
import classes from './editor.module.css';

const icons: Readonly<Record<Insertion, Icon>> = {
  heading2: IconH2,
  heading3: IconH3,
  heading4: IconH4,
  bulletList: IconList,
  orderedList: IconListNumbers,
  blockquote: IconBlockquote,
  table: IconTable,
  picture: IconPhoto,
  footnote: IconAsterisk,
  embed: IconExternalLink,
  horizontalRule: IconSeparator,
};
const tableIcons: Readonly<Record<TableDeed, Icon>> = {
  row: IconRowInsertBottom,
  column: IconColumnInsertRight,
  dropRow: IconRowRemove,
  dropColumn: IconColumnRemove,
  headerRow: IconTableRow,
  mergeCells: IconArrowMerge,
  dropTable: IconTableMinus,
};

/** What can be done with the text. Alt F10 leads here from it, Escape back. */
export function Toolbar({
  editor,
  onInsert,
  onLink,
}: {
  editor: Editor;
  onInsert: (what: Insertion) => void;
  onLink: () => void;
}) {
  const { t } = useTranslation('article');
  const { roving, stop } = useRoving('bold');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
      there: insertions.filter((what) => isThere(now, what)),
    }),
  });
  const tool = (name: string, icon: Icon, act: () => void, on?: boolean, disabled = false) => (
    <Tool
      key={name}
      name={name}
      label={t(`toolbar.${name as 'bold'}`)}
      icon={icon}
      on={on}
      disabled={disabled}
      stop={stop === name}
      onClick={act}
    />
  );
  return (
    <div
      className={classes.toolbar}
      role="toolbar"
      aria-label={t('toolbar.label')}
      {...roving}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.commands.focus();
        else roving.onKeyDown(event);
      }}
    >
      {tool('bold', IconBold, () => editor.chain().focus().toggleBold().run(), state.bold)}
      {tool('italic', IconItalic, () => editor.chain().focus().toggleItalic().run(), state.italic)}
      {tool('link', IconLink, onLink, state.link)}
      {insertions.map((what) =>
        tool(
          what,
          icons[what],
          () => {
            onInsert(what);
          },
          state.there.includes(what),
        ),
      )}
      {state.table &&
        tableDeeds.map((deed) =>
          tool(deed, tableIcons[deed], () => {
            doToTable(editor, deed);
          }),
        )}
      {tool(
        'undo',
        IconArrowBackUp,
        () => editor.chain().focus().undo().run(),
        undefined,
        !state.undo,
      )}
      {tool(
        'redo',
        IconArrowForwardUp,
        () => editor.chain().focus().redo().run(),
        undefined,
        !state.redo,
      )}
    </div>
  );
}

function Tool({
  name,
  label,
  icon: Picture,
  on,
  disabled,
  stop,
  onClick,
}: {
  name: string;
  label: string;
  icon: Icon;
  on: boolean | undefined;
  disabled: boolean;
  stop: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        data-tool={name}
        variant={on ? 'light' : 'subtle'}
        color={on ? undefined : 'gray'}
        c={on ? undefined : 'var(--desk-ink)'}
        size={34}
        aria-label={label}
        aria-pressed={on}
        disabled={disabled}
        tabIndex={stop ? 0 : -1}
        onClick={onClick}
      >
        <Picture size={19} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
