import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { LanguageMenu } from '../shell/language-menu';
import emblem from '../shell/emblem.svg';

/** A page for people who are not signed in. */
export function StrangersPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Mekong Desk`;
  }, [title]);
  return (
    <Box component="main" px="md" py="xl" maw="26rem" mx="auto">
      <Stack gap="lg">
        <Group justify="space-between">
          <Group gap="xs">
            <img src={emblem} alt="" width={32} height={32} />
            <Text fw={700}>Mekong Desk</Text>
          </Group>
          <LanguageMenu />
        </Group>
        <Paper withBorder p="lg" bg="var(--desk-paper)">
          <Stack gap="md">
            <Title order={1} size="h3">
              {title}
            </Title>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Box>
  );
}
