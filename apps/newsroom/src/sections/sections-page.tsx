import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageSchema } from '@desk/languages';
import type { Shape } from '../api/client';
import { useSections } from '../board/board';
import { EmptyState } from '../design/empty-state';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { SectionForm } from './section-form';

type Section = Shape<'Section'>;

/** The parts of the portal, and who must agree before something of them is public. */
export function SectionsPage() {
  const { t, i18n } = useTranslation(['sections', 'shell']);
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const [editing, setEditing] = useState<Section | 'new' | null>(null);
  const sections = useSections();
  return (
    <Page
      title={t('shell:places.sections')}
      about={t('about')}
      actions={
        <Button
          onClick={() => {
            setEditing('new');
          }}
        >
          {t('add')}
        </Button>
      }
    >
      {sections.isError && <ProblemAlert error={sections.error} />}
      {sections.isLoading && <RowsSkeleton height={84} />}
      {sections.data?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {sections.data?.map((section) => (
        <Paper key={section.id} withBorder p="sm" bg="var(--desk-paper)" component="article">
          <Group justify="space-between" align="start">
            <Stack gap={4} flex="1 1 16rem">
              <Text fw={600}>{section.names[ui]}</Text>
              <Text size="sm" c="var(--desk-quiet)">
                /{section.code}
              </Text>
              <Group gap={4}>
                <Badge variant="default">
                  {t('approversCount', { count: section.policy.approvers })}
                </Badge>
                {section.policy.languageReview && (
                  <Badge variant="default">{t('languageReview')}</Badge>
                )}
                <Badge variant="default">{t(`release.${section.policy.release}`)}</Badge>
                <Badge variant="default">
                  {section.policy.requiredLanguages.map((one) => one.toUpperCase()).join(' ')}
                </Badge>
              </Group>
            </Stack>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setEditing(section);
              }}
            >
              {t('edit')}
            </Button>
          </Group>
        </Paper>
      ))}
      {editing && (
        <SectionForm
          section={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </Page>
  );
}
