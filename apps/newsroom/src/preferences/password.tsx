import { Button, PasswordInput, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';

/** A new password for oneself; the other sessions end. */
export function Password() {
  const { t } = useTranslation(['preferences', 'shell']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAction(
    () => answer(api.PUT('/api/v1/me/password', { body: { current, next } })),
    { outdates: [], done: t('passwordChanged') },
  );
  const eye = { 'aria-label': t('shell:signIn.showPassword') };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(undefined, {
          onSuccess: () => {
            setCurrent('');
            setNext('');
          },
        });
      }}
    >
      <Stack>
        <Title order={2} size="h4">
          {t('password')}
        </Title>
        {change.isError && <ProblemAlert error={change.error} />}
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          required
          value={current}
          visibilityToggleButtonProps={eye}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
          }}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('shell:reset.rule')}
          autoComplete="new-password"
          required
          value={next}
          visibilityToggleButtonProps={eye}
          onChange={(event) => {
            setNext(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'start' }}>
          {t('changePassword')}
        </Button>
      </Stack>
    </form>
  );
}
