import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeSrc } from '@desk/contracts';
import type { Language } from '@desk/languages';

export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly credit: string;
}

/** A picture by its address, described for those who cannot see it. */
export function PictureDialog({
  language,
  onClose,
  onChosen,
}: {
  language: Language;
  onClose: () => void;
  onChosen: (picture: Picture) => void;
}) {
  const { t } = useTranslation(['article', 'shell']);
  const [src, setSrc] = useState('');
  const [alt, setAlt] = useState('');
  const [credit, setCredit] = useState('');
  const bad = src !== '' && !safeSrc.safeParse(src).success;
  return (
    <Modal opened onClose={onClose} title={t('toolbar.picture')} returnFocus={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!bad) onChosen({ src, alt, credit });
        }}
      >
        <Stack gap="sm">
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
            lang={language}
            required
            maxLength={1_000}
            value={alt}
            onChange={(event) => {
              setAlt(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('figure.credit')}
            lang={language}
            maxLength={300}
            value={credit}
            onChange={(event) => {
              setCredit(event.currentTarget.value);
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
