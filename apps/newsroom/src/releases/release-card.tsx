import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { EditionActions } from './edition-actions';
import { Previews } from '../preview/previews';
import type { Release } from './releases';

const colours = {
  planned: 'violet',
  published: 'green',
  cancelled: 'gray',
  failed: 'red',
} as const;

/** Editions that go public together: when, what, and what may still be done. */
export function ReleaseCard({ release }: { release: Release }) {
  const { t } = useTranslation('releases');
  const [seeing, setSeeing] = useState(false);
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Badge color={colours[release.state]}>{t(`states.${release.state}`)}</Badge>
            <Text fw={600}>
              <Moment at={release.publishedAt ?? release.publishAt} />
            </Text>
          </Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setSeeing(true);
            }}
          >
            {t('preview')}
          </Button>
        </Group>
        {release.failure && <Alert color="red">{release.failure}</Alert>}
        {release.editions.map((edition) => (
          <Group key={edition.editionId} justify="space-between" gap="xs">
            <Group gap={6} wrap="nowrap" align="start" flex="1 1 18rem">
              <LanguageMark language={edition.language} />
              <Text lang={edition.language}>{edition.title}</Text>
            </Group>
            <EditionActions editionId={edition.editionId} />
          </Group>
        ))}
      </Stack>
      {seeing && (
        <Previews
          editions={release.editions}
          onClose={() => {
            setSeeing(false);
          }}
        />
      )}
    </Paper>
  );
}
