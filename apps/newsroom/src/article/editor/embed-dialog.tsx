import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeHref } from '@desk/contracts';
import type { Language } from '@desk/languages';

export interface EmbedAttributes {
  readonly href: string;
  readonly title: string;
}

/** Something that lives elsewhere: its address, and the name that readers see. */
export function EmbedDialog({
  given,
  language,
  onClose,
  onWritten,
}: {
  given: EmbedAttributes;
  language: Language;
  onClose: () => void;
  onWritten: (attributes: EmbedAttributes) => void;
}) {
  const { t } = useTranslation(['article', 'shell']);
  const [href, setHref] = useState(given.href);
  const [title, setTitle] = useState(given.title);
  const bad = href !== '' && !safeHref.safeParse(href).success;
  return (
    <Modal opened onClose={onClose} title={t('toolbar.embed')} returnFocus={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!bad) onWritten({ href, title: title.trim() === '' ? href.slice(0, 300) : title });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('embed.address')}
            placeholder="https://"
            required
            data-autofocus
            error={bad ? t('toolbar.badAddress') : null}
            value={href}
            onChange={(event) => {
              setHref(event.currentTarget.value.trim());
            }}
          />
          <TextInput
            label={t('embed.title')}
            lang={language}
            required
            maxLength={300}
            value={title}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit">{t('toolbar.putIn')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
