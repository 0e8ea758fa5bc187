import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnd } from '../api/client';
import { useSession } from './session';
import { SignInForm } from './sign-in-form';

/**
 * When the session ends while somebody works: they sign in over the page as it is, and what
 * they did last is sent once more.
 */
export function SignInAgain() {
  const { t } = useTranslation('shell');
  const { person } = useSession();
  const [waiting, setWaiting] = useState<(() => void)[]>([]);
  useEffect(() => {
    onSessionEnd(
      () =>
        new Promise<void>((resolve) => {
          setWaiting((others) => [...others, resolve]);
        }),
    );
    return () => {
      onSessionEnd(null);
    };
  }, []);
  return (
    <Modal
      opened={waiting.length > 0}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signIn.againTitle')}
    >
      <Stack gap="md">
        <Text size="sm">{t('signIn.againAbout')}</Text>
        <SignInForm
          email={person.email}
          onSignedIn={(session) => {
            // Somebody else on this machine does not go on with what the first one wrote.
            if (session.person.id !== person.id) window.location.reload();
            for (const resume of waiting) resume();
            setWaiting([]);
          }}
        />
      </Stack>
    </Modal>
  );
}
