import { Anchor, Badge, Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { placeOfNotice } from './notice-place';

type Notice = Shape<'Notice'>;

const useNotices = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: ['inbox', 'list', unread],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/inbox', {
          params: {
            query: {
              limit: 30,
              ...(unread && { unread: 'true' }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

function useReading() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { ids: string[] } | { upTo: string }) =>
      answer(api.POST('/api/v1/inbox/read', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
}

/** What I was told, newest first; it grows while it is looked at. */
export function InboxPage() {
  const { t } = useTranslation(['inbox', 'shell']);
  const [show, setShow] = useState('unread');
  const notices = useNotices(show === 'unread');
  const reading = useReading();
  const all = notices.data?.pages.flatMap(({ items }) => items) ?? [];
  const [newest] = all;
  return (
    <Page
      title={t('shell:places.inbox')}
      actions={
        <>
          <Button
            variant="default"
            disabled={!all.some(({ readAt }) => readAt === null)}
            onClick={() => {
              if (newest) reading.mutate({ upTo: newest.id });
            }}
          >
            {t('readAll')}
          </Button>
          <Button component={Link} to="/preferences" variant="default">
            {t('shell:preferences')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        aria-label={t('show')}
        value={show}
        onChange={setShow}
        data={(['unread', 'all'] as const).map((value) => ({ value, label: t(`shows.${value}`) }))}
        style={{ alignSelf: 'start' }}
      />
      {reading.isError && <ProblemAlert error={reading.error} />}
      {notices.isError && <ProblemAlert error={notices.error} />}
      {notices.isLoading && <RowsSkeleton height={64} />}
      {notices.data && all.length === 0 && (
        <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
      )}
      <Stack gap="xs" role="feed" aria-label={t('shell:places.inbox')}>
        {all.map((notice) => (
          <NoticeCard
            key={notice.id}
            notice={notice}
            onRead={() => {
              if (notice.readAt === null) reading.mutate({ ids: [notice.id] });
            }}
          />
        ))}
      </Stack>
      {notices.hasNextPage && (
        <Button
          variant="default"
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Page>
  );
}

function NoticeCard({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { t } = useTranslation('inbox');
  const place = placeOfNotice(notice);
  return (
    <Paper
      component="article"
      withBorder
      p="sm"
      bg={notice.readAt ? undefined : 'var(--desk-paper)'}
      aria-label={notice.sentence}
    >
      <Group justify="space-between" gap="sm" align="start">
        <Stack gap={2} flex="1 1 16rem">
          <Group gap={6}>
            {notice.readAt === null && <Badge>{t('new')}</Badge>}
            {notice.language && <LanguageMark language={notice.language} />}
            <Text size="sm" c="var(--desk-quiet)">
              <Moment at={notice.createdAt} near />
            </Text>
          </Group>
          {place ? (
            <Anchor
              component={Link}
              to={place}
              c="var(--desk-ink)"
              fw={notice.readAt ? 400 : 600}
              onClick={onRead}
            >
              {notice.sentence}
            </Anchor>
          ) : (
            <Text fw={notice.readAt ? 400 : 600}>{notice.sentence}</Text>
          )}
          {notice.note && <Text size="sm">“{notice.note}”</Text>}
          <Text size="xs" c="var(--desk-quiet)">
            {t(`reasons.${notice.reason}`)}
          </Text>
        </Stack>
        {notice.readAt === null && (
          <Button size="compact-sm" variant="subtle" onClick={onRead}>
            {t('read')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
