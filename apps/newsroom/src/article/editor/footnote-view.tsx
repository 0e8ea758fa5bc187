import { Popover, Textarea, UnstyledButton } from '@mantine/core';
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteText, noteContent } from './notes';
import classes from './editor.module.css';

/** The mark of a note; its words are written where it is clicked. */
export function FootnoteView({ node, updateAttributes }: NodeViewProps) {
  const { t } = useTranslation('article');
  const words = noteText(node.attrs.content);
  const [open, setOpen] = useState(words === '');
  return (
    <NodeViewWrapper as="span" contentEditable={false}>
      <Popover opened={open} onChange={setOpen} width={320} trapFocus withArrow>
        <Popover.Target>
          <UnstyledButton
            className={classes.note}
            aria-label={t('footnote.open', { words })}
            onClick={() => {
              setOpen(!open);
            }}
          >
            *
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Textarea
            label={t('footnote.words')}
            autosize
            minRows={2}
            data-autofocus
            value={words}
            onChange={(event) => {
              updateAttributes({ content: noteContent(event.currentTarget.value) });
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  );
}
