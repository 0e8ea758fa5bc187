import { Stack, TextInput } from '@mantine/core';
import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { text } from './attributes';
import classes from './editor.module.css';

/** A picture as it is worked on: caption below it, then who cannot see it is told what it shows. */
export function FigureView({ node, updateAttributes }: NodeViewProps) {
  const { t } = useTranslation('article');
  const alt = text(node.attrs.alt);
  return (
    <NodeViewWrapper as="figure" className={classes.figure}>
      <img src={text(node.attrs.src)} alt={alt} contentEditable={false} draggable />
      <NodeViewContent<'div'>
        as="div"
        className={classes.caption}
        data-hint={t('figure.caption')}
      />
      <Stack gap={6} contentEditable={false}>
        <TextInput
          size="xs"
          label={t('figure.alt')}
          required
          error={alt.trim() === '' ? t('figure.altMissing') : null}
          value={alt}
          onChange={(event) => {
            updateAttributes({ alt: event.currentTarget.value });
          }}
        />
        <TextInput
          size="xs"
          label={t('figure.credit')}
          value={text(node.attrs.credit)}
          onChange={(event) => {
            updateAttributes({ credit: event.currentTarget.value });
          }}
        />
      </Stack>
    </NodeViewWrapper>
  );
}
