import { Alert, Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { StrangersPage } from './strangers-page';

/** A new password by the link of an e-mail; its token stands after `#` and so in no log. */
export function ResetPasswordPage() {
  const { t } = useTranslation('shell');
  const token = useLocation().hash;
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/password-resets/{token}', {
          params: { path: { token } },
          body: { password },
        }),
      ),
  });
  return (
    <StrangersPage title={t('reset.choose')}>
      {reset.isSuccess ? (
        <Alert color="mekong" role="status">
          {t('reset.done')}
        </Alert>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            reset.mutate();
          }}
        >
          <Stack gap="md">
            {reset.isError && <ProblemAlert error={reset.error} />}
            <PasswordInput
              label={t('reset.password')}
              description={t('reset.rule')}
              autoComplete="new-password"
              required
              value={password}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            <Button type="submit" loading={reset.isPending}>
              {t('reset.save')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('reset.back')}
      </Anchor>
    </StrangersPage>
  );
}
