import { Alert, Button, Code, CopyButton, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The secret by which a receiver knows that it was us; shown once. */
export function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  return (
    <Modal opened onClose={onClose} title={t('secret')} closeOnClickOutside={false}>
      <Stack>
        <Alert color="orange">{t('secretAbout')}</Alert>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
        </CopyButton>
      </Stack>
    </Modal>
  );
}
