import { Group, Stack, Text, TextInput } from '@mantine/core';
import { NodeViewContent, NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import { text } from './attributes';
import classes from './editor.module.css';

/** Pictures of other hosts are not loaded here: who looks at a text is told to nobody. */
const isOurs = (src: string): boolean => src.startsWith('/') || src.startsWith('blob:');

/** A picture as it is worked on: caption below it, then who cannot see it is told what it shows. */
export function FigureView({ node, updateAttributes, editor }: NodeViewProps) {
  const { t } = useTranslation('article');
  const [src, alt] = [text(node.attrs.src), text(node.attrs.alt)];
  const language = languageSchema.safeParse(editor.view.dom.lang).data;
  return (
    <NodeViewWrapper as="figure" className={classes.figure}>
      <div contentEditable={false} data-drag-handle>
        {isOurs(src) ? (
          <img src={src} alt={alt} draggable={false} />
        ) : (
          <Text size="sm" c="var(--desk-quiet)" className={classes.elsewhere}>
            {t('figure.elsewhere', { src })}
          </Text>
        )}
      </div>
      <NodeViewContent<'figcaption'>
        as="figcaption"
        className={classes.caption}
        data-hint={t('figure.caption')}
        data-empty={node.content.size === 0 || undefined}
      />
      <Stack gap={6} contentEditable={false}>
        <TextInput
          size="xs"
          label={t('figure.alt')}
          lang={language}
          required
          readOnly={!editor.isEditable}
          error={alt.trim() === '' ? t('figure.altMissing') : null}
          value={alt}
          maxLength={1_000}
          onChange={(event) => {
            updateAttributes({ alt: event.currentTarget.value });
          }}
        />
        <Group grow>
          <TextInput
            size="xs"
            label={t('figure.credit')}
            lang={language}
            readOnly={!editor.isEditable}
            value={text(node.attrs.credit)}
            maxLength={300}
            onChange={(event) => {
              updateAttributes({ credit: event.currentTarget.value });
            }}
          />
        </Group>
      </Stack>
    </NodeViewWrapper>
  );
}
