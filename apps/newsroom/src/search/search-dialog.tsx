import { Modal, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Modal opened onClose={onClose} title={t('search')}>
      <TextInput aria-label={t('search')} data-autofocus />
    </Modal>
  );
}
