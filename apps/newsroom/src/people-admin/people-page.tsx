import { Badge, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparable, languageSchema } from '@desk/languages';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { useSections } from '../board/board';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { GrantsEditor } from './grants-editor';
import { Hiring } from './hiring';

type Account = Shape<'Account'>;

/** Everybody with an account: who they are, what they may do, where and in which languages. */
export function PeoplePage() {
  const { t } = useTranslation(['people-admin', 'shell']);
  const [words, setWords] = useState('');
  const [hiring, setHiring] = useState(false);
  const people = useQuery({
    queryKey: ['people'],
    queryFn: async () => (await answer(api.GET('/api/v1/people'))).items,
  });
  const sought = comparable(words.trim());
  const shown = people.data?.filter(({ name, email }) =>
    [name, email].some((text) => comparable(text).includes(sought)),
  );
  return (
    <Page
      title={t('shell:places.people')}
      about={t('about')}
      actions={
        <Button
          onClick={() => {
            setHiring(true);
          }}
        >
          {t('hire')}
        </Button>
      }
    >
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        maw="24rem"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      {people.isError && <ProblemAlert error={people.error} />}
      {people.isLoading && <RowsSkeleton height={76} />}
      {shown?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      <Stack gap="xs">
        {shown?.map((account) => (
          <PersonCard key={account.id} account={account} />
        ))}
      </Stack>
      {hiring && (
        <Hiring
          onClose={() => {
            setHiring(false);
          }}
        />
      )}
    </Page>
  );
}

function PersonCard({ account }: { account: Account }) {
  const { t, i18n } = useTranslation(['people-admin', 'people']);
  const sections = useSections();
  const [editing, setEditing] = useState(false);
  const active = account.status === 'active';
  const ui = languageSchema.catch('vi').parse(i18n.language);
  const turn = useAction(
    () => {
      const params = { path: { id: account.id }, header: ifMatch(account.version) };
      return active
        ? answer(api.POST('/api/v1/people/{id}/disable', { params }))
        : answer(api.POST('/api/v1/people/{id}/enable', { params }));
    },
    { outdates: ['people'], done: t(active ? 'disabled' : 'enabled', { name: account.name }) },
  );
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Group justify="space-between" align="start" gap="sm">
        <Stack gap={4} flex="1 1 18rem">
          <Group gap={6}>
            <Text fw={600}>{account.name}</Text>
            <LanguageMark language={account.language} />
            {!active && <Badge color="red">{t('off')}</Badge>}
          </Group>
          <Text size="sm" c="var(--desk-quiet)">
            {account.email}
          </Text>
          <Group gap={4}>
            {account.grants.map((grant) => (
              <Badge key={JSON.stringify(grant)} variant="default">
                {t(`people:roles.${grant.role}`)}
                {grant.language ? ` ${grant.language.toUpperCase()}` : ''}
                {grant.sectionId
                  ? ` · ${sections.data?.find(({ id }) => id === grant.sectionId)?.names[ui] ?? ''}`
                  : ''}
              </Badge>
            ))}
          </Group>
          {turn.isError && <ProblemAlert error={turn.error} />}
        </Stack>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('changeRoles')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={turn.isPending}
            onClick={() => {
              turn.mutate();
            }}
          >
            {t(active ? 'disable' : 'enable')}
          </Button>
        </Group>
      </Group>
      {editing && (
        <GrantsEditor
          account={account}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
    </Paper>
  );
}
