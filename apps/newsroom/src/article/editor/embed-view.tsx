import { Group, TextInput } from '@mantine/core';
import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { text } from './attributes';

/** A link to something elsewhere: its address, and the name that readers see. */
export function EmbedView({ node, updateAttributes }: NodeViewProps) {
  const { t } = useTranslation('article');
  return (
    <NodeViewWrapper contentEditable={false}>
      <Group grow my="sm" p="sm" bd="1px solid var(--desk-line)">
        <TextInput
          label={t('embed.title')}
          required
          value={text(node.attrs.title)}
          onChange={(event) => {
            updateAttributes({ title: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('embed.address')}
          type="url"
          required
          value={text(node.attrs.href)}
          onChange={(event) => {
            updateAttributes({ href: event.currentTarget.value });
          }}
        />
      </Group>
    </NodeViewWrapper>
  );
}
