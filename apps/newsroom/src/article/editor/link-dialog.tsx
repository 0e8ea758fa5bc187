import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeHref } from '@desk/contracts';

/** Where the chosen words lead; an empty address takes the link away. */
export function LinkDialog({
  given,
  onClose,
  onWritten,
}: {
  given: string;
  onClose: () => void;
  onWritten: (href: string) => void;
}) {
  const { t } = useTranslation(['article', 'shell']);
  const [href, setHref] = useState(given);
  const bad = href !== '' && !safeHref.safeParse(href).success;
  return (
    <Modal opened onClose={onClose} title={t('toolbar.link')} returnFocus={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!bad) onWritten(href);
        }}
      >
        <Stack gap="sm">
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
          <Group justify="flex-end">
            {given !== '' && (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  onWritten('');
                }}
              >
                {t('toolbar.dropLink')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('shell:cancel')}
            </Button>
            <Button type="submit">{t('toolbar.setLink')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
