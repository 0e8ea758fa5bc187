import { Anchor, Box, Stack } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../design/empty-state';
import { ProblemAlert } from '../design/problem-alert';

/** A screen that could not be shown: what happened, and a way on. */
export function GoneWrong({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return (
    <Box maw="40rem" mx="auto" py="xl">
      <ProblemAlert
        error={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Box>
  );
}

export function NotFound(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Stack component="main" py="xl">
      <EmptyState
        title={t('notFound.title')}
        action={
          <Anchor component={Link} to="/">
            {t('notFound.home')}
          </Anchor>
        }
      >
        {t('notFound.about')}
      </EmptyState>
    </Stack>
  );
}
