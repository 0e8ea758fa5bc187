import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { StrangersPage } from './strangers-page';

/** Asks for the link of a new password. It never says whether the address has an account. */
export function ForgotPasswordPage() {
  const { t } = useTranslation('shell');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/password-resets', { body: { email } })),
  });
  return (
    <StrangersPage title={t('reset.title')}>
      {ask.isSuccess ? (
        <Alert color="mekong" role="status">
          {t('reset.sent')}
        </Alert>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <Stack gap="md">
            {ask.isError && <ProblemAlert error={ask.error} />}
            <Text size="sm">{t('reset.about')}</Text>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => {
                setEmail(event.currentTarget.value);
              }}
            />
            <Button type="submit" loading={ask.isPending}>
              {t('reset.ask')}
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
