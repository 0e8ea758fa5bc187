import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@desk/languages';
import { answer, api, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

/** Abbreviations of this newsroom after which a sentence does not end. */
export function SentenceRulesPage() {
  const { t } = useTranslation(['sentence-rules', 'shell', 'workflow']);
  const [language, setLanguage] = useState<Language>('vi');
  const [abbreviation, setAbbreviation] = useState('');
  const rules = useQuery({
    queryKey: ['sentence-rules'],
    queryFn: async () => (await answer(api.GET('/api/v1/sentence-rules'))).items,
  });
  const add = useAction(
    () => answer(api.POST('/api/v1/sentence-rules', { body: { language, abbreviation } })),
    { outdates: ['sentence-rules'], done: t('added') },
  );
  return (
    <Page
      title={t('shell:places.sentenceRules')}
      about={t('about')}
      actions={
        <Anchor href="/api/v1/sentence-rules.srx" download>
          {t('download')}
        </Anchor>
      }
    >
      {add.isError && <ProblemAlert error={add.error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined, {
            onSuccess: () => {
              setAbbreviation('');
            },
          });
        }}
      >
        <Group align="end">
          <Select
            label={t('language')}
            allowDeselect={false}
            value={language}
            data={languages.map((value) => ({ value, label: t(`workflow:languages.${value}`) }))}
            onChange={(value) => {
              setLanguage(languages.find((one) => one === value) ?? 'vi');
            }}
          />
          <TextInput
            label={t('abbreviation')}
            placeholder="UBND."
            lang={language}
            required
            value={abbreviation}
            onChange={(event) => {
              setAbbreviation(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={add.isPending}>
            {t('add')}
          </Button>
        </Group>
      </form>
      {rules.isError && <ProblemAlert error={rules.error} />}
      {rules.isLoading && <RowsSkeleton rows={3} />}
      {rules.data?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      <Stack gap="xs">
        {rules.data?.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </Stack>
    </Page>
  );
}

function Rule({ rule }: { rule: Shape<'SentenceException'> }) {
  const { t } = useTranslation('sentence-rules');
  const drop = useAction(
    () => answer(api.DELETE('/api/v1/sentence-rules/{id}', { params: { path: { id: rule.id } } })),
    { outdates: ['sentence-rules'], done: t('dropped') },
  );
  return (
    <Paper withBorder px="sm" py={6} bg="var(--desk-paper)" maw="32rem">
      <Group justify="space-between">
        <Group gap="xs">
          <LanguageMark language={rule.language} />
          <Text lang={rule.language}>{rule.abbreviation}</Text>
        </Group>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('drop', { abbreviation: rule.abbreviation })}
          loading={drop.isPending}
          onClick={() => {
            drop.mutate();
          }}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
