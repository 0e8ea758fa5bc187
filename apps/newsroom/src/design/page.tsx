import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { Language } from '@desk/languages';
import { useTitle } from '../shell/title';

/** A screen: its heading with what can be done, then its content. */
export function Page({
  title,
  titleLanguage,
  titleHidden = false,
  about,
  actions,
  wide = false,
  children,
}: {
  title: string;
  /** Of a title that is an article's, not the screen's. */
  titleLanguage?: Language;
  /** Where the title is written on the screen itself, the heading is for the ear. */
  titleHidden?: boolean;
  about?: ReactNode;
  actions?: ReactNode;
  /** Work screens take the whole width; pages to read do not. */
  wide?: boolean;
  children: ReactNode;
}) {
  const setTitle = useTitle();
  useEffect(() => {
    setTitle(title);
  }, [title, setTitle]);
  return (
    <Box component="section" maw={wide ? undefined : '72rem'} mx="auto" w="100%">
      <Stack gap="md">
        <Group justify="space-between" align="start" gap="sm">
          <Box style={{ minWidth: 0 }}>
            <Title
              order={1}
              size="h2"
              tabIndex={-1}
              id="page-title"
              lang={titleLanguage}
              className={titleHidden ? 'desk-told' : undefined}
            >
              {title}
            </Title>
            {about && (
              <Text component="div" c="var(--desk-quiet)" size="sm">
                {about}
              </Text>
            )}
          </Box>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {children}
      </Stack>
    </Box>
  );
}
