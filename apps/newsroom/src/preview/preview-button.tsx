import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Previews, type Previewed } from './previews';

/** Shows one edition as readers will see it. */
export function PreviewButton(edition: Previewed) {
  const { t } = useTranslation('preview');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={18} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('title')}
      </Button>
      {open && (
        <Previews
          editions={[edition]}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
