import { Anchor } from '@mantine/core';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useAddress } from '../shell/address';
import { SignInForm } from './sign-in-form';
import { StrangersPage } from './strangers-page';

/** Where they wanted to go; only within the newsroom. */
const whereTo = z.object({ next: z.string().startsWith('/').optional().catch(undefined) });

export function SignInPage() {
  const { t, i18n } = useTranslation('shell');
  const navigate = useNavigate();
  const router = useRouter();
  const { next } = useAddress(whereTo);
  return (
    <StrangersPage title={t('signIn.title')}>
      <SignInForm
        onSignedIn={({ person }) => {
          void i18n
            .changeLanguage(person.language)
            .then(() => router.invalidate())
            .then(() => navigate({ to: next ?? '/', replace: true }));
        }}
      />
      <Anchor component={Link} to="/forgot-password" size="sm">
        {t('signIn.forgot')}
      </Anchor>
    </StrangersPage>
  );
}
