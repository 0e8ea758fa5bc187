import { Alert, Anchor, Badge, Button, Code, Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { webhookFacts } from '@desk/contracts';
import { answer, api } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useMay } from '../session/session';
import { useAddress } from '../shell/address';

const addressSchema = z.object({
  fact: z.string().optional().catch(undefined),
  actorId: z.uuid().optional().catch(undefined),
  articleId: z.uuid().optional().catch(undefined),
});
type Address = z.infer<typeof addressSchema>;

/** Who did what, when, to which revision; and whether anybody altered it since. */
export function JournalPage() {
  const { t } = useTranslation(['journal', 'shell']);
  const navigate = useNavigate();
  const filter = useAddress(addressSchema);
  const mayPeople = useMay('people.manage');
  const people = useQuery({
    queryKey: ['people'],
    enabled: mayPeople,
    queryFn: async () => (await answer(api.GET('/api/v1/people'))).items,
  });
  const entries = useInfiniteQuery({
    queryKey: ['journal', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/journal', {
          params: { query: { ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
  const go = (part: Address): void => {
    const next = Object.entries({ ...filter, ...part }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    void navigate({ to: `/journal?${new URLSearchParams(next).toString()}`, replace: true });
  };
  const nameOf = (id: string | null): string =>
    id === null ? t('system') : (people.data?.find((one) => one.id === id)?.name ?? id.slice(-6));
  const all = entries.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('shell:places.journal')} about={t('about')}>
      <Verification />
      <Group gap="xs">
        <Select
          aria-label={t('fact')}
          placeholder={t('fact')}
          clearable
          searchable
          value={filter.fact ?? null}
          data={[...webhookFacts]}
          onChange={(fact) => {
            go({ fact: fact ?? undefined });
          }}
        />
        {mayPeople && (
          <Select
            aria-label={t('who')}
            placeholder={t('who')}
            clearable
            searchable
            value={filter.actorId ?? null}
            data={people.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            onChange={(actorId) => {
              go({ actorId: actorId ?? undefined });
            }}
          />
        )}
        {filter.articleId && (
          <Button
            variant="default"
            onClick={() => {
              go({ articleId: undefined });
            }}
          >
            {t('allArticles')}
          </Button>
        )}
      </Group>
      {entries.isError && <ProblemAlert error={entries.error} />}
      {entries.isLoading && <RowsSkeleton height={40} />}
      {entries.data && all.length === 0 && (
        <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
      )}
      <Stack gap={0}>
        {all.map((entry) => (
          <Group
            key={entry.id}
            gap="xs"
            py={8}
            style={{ borderBottom: '1px solid var(--desk-line)' }}
          >
            <Text size="sm" c="var(--desk-quiet)" w="11.5rem">
              <Moment at={entry.at} />
            </Text>
            <Text size="sm" fw={600}>
              {nameOf(entry.actorId)}
            </Text>
            <Code>{entry.fact}</Code>
            {entry.language && <Badge variant="default">{entry.language.toUpperCase()}</Badge>}
            {entry.articleId && (
              <Anchor component={Link} to={`/articles/${entry.articleId}`} size="sm">
                {t('article')}
              </Anchor>
            )}
            {entry.revisionHash && (
              <Text size="xs" ff="monospace" c="var(--desk-quiet)" title={entry.revisionHash}>
                {entry.revisionHash.slice(0, 12)}
              </Text>
            )}
            {entry.block !== null && (
              <Text size="xs" c="var(--desk-quiet)">
                {t('sealed', { block: entry.block })}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
      {entries.hasNextPage && (
        <Button
          variant="default"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Page>
  );
}

/** Whether the chain of seals is whole; asked for, since it reads all of the journal. */
function Verification() {
  const { t } = useTranslation('journal');
  const [asked, setAsked] = useState(false);
  const found = useQuery({
    queryKey: ['journal', 'verification'],
    enabled: asked,
    queryFn: () => answer(api.GET('/api/v1/journal/verification')),
  });
  if (!asked) {
    return (
      <Button
        variant="default"
        style={{ alignSelf: 'start' }}
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('verify')}
      </Button>
    );
  }
  if (found.isError) return <ProblemAlert error={found.error} />;
  if (!found.data) return <RowsSkeleton rows={1} />;
  const { blocks, entries, breaks } = found.data;
  const whole = breaks.length === 0;
  return (
    <Alert
      role="status"
      color={whole ? 'green' : 'red'}
      title={t(whole ? 'whole' : 'broken', { count: breaks.length })}
    >
      {t('verified', { blocks, entries })}
      {breaks.map(({ block, what }) => (
        <Text key={`${block} ${what}`} size="sm">
          {t('break', { block, what: t(`breaks.${what}`) })}
        </Text>
      ))}
    </Alert>
  );
}
