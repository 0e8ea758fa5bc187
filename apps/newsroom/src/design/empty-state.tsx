import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** An empty place that teaches: what comes here, why nothing is here, and one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Title order={3} size="h4">
        {title}
      </Title>
      <Text c="var(--desk-quiet)" maw="32rem">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
