import { Badge, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useMay } from '../session/session';

export type Thread = Shape<'CommentThread'>;
export type Anchor = NonNullable<Thread['anchor']>;

const keyOf = (editionId: string | undefined): unknown[] => ['edition', editionId, 'comments'];

export const useThreads = (editionId: string | undefined) =>
  useQuery({
    queryKey: keyOf(editionId),
    enabled: editionId !== undefined,
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/editions/{id}/comments', {
            params: { path: { id: editionId ?? '' }, query: { limit: 100 } },
          }),
        )
      ).items,
  });

/** What people say about a text: threads with replies, open ones first. */
export function CommentThreads({
  editionId,
  anchor,
  onGoTo,
}: {
  editionId: string;
  /** The words that a new comment is about. */
  anchor?: Anchor | null;
  /** Shows the place of a comment in the text. */
  onGoTo?: (anchor: Anchor) => void;
}) {
  const { t } = useTranslation('comments');
  const mayWrite = useMay('comment.write');
  const threads = useThreads(editionId);
  if (threads.isError) return <ProblemAlert error={threads.error} />;
  if (!threads.data) return <RowsSkeleton rows={2} />;
  const sorted = [...threads.data].sort(
    (one, other) => Number(one.resolvedAt !== null) - Number(other.resolvedAt !== null),
  );
  return (
    <Stack gap="sm">
      {mayWrite && <NewComment editionId={editionId} anchor={anchor ?? null} />}
      {sorted.length === 0 && (
        <Text size="sm" c="var(--desk-quiet)">
          {t('none')}
        </Text>
      )}
      {sorted.map((thread) => (
        <ThreadCard
          key={thread.id}
          thread={thread}
          {...(onGoTo && { onGoTo })}
          mayWrite={mayWrite}
        />
      ))}
    </Stack>
  );
}

function useCommenting<T>(
  editionId: string,
  send: (text: T) => Promise<unknown>,
  done?: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      done?.();
      return queries.invalidateQueries({ queryKey: keyOf(editionId) });
    },
  });
}

function NewComment({ editionId, anchor }: { editionId: string; anchor: Anchor | null }) {
  const { t } = useTranslation('comments');
  const [text, setText] = useState('');
  const add = useCommenting(
    editionId,
    (said: string) =>
      answer(
        api.POST('/api/v1/editions/{id}/comments', {
          params: { path: { id: editionId } },
          body: { text: said, ...(anchor && { anchor }) },
        }),
      ),
    () => {
      setText('');
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(text);
      }}
    >
      <Stack gap={6} align="start">
        {add.isError && <ProblemAlert error={add.error} />}
        {anchor && (
          <Text size="sm" component="q">
            {anchor.quote}
          </Text>
        )}
        <Textarea
          w="100%"
          autosize
          minRows={2}
          aria-label={t('new')}
          placeholder={t('new')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Button
          type="submit"
          size="compact-sm"
          disabled={text.trim() === ''}
          loading={add.isPending}
        >
          {t('send')}
        </Button>
      </Stack>
    </form>
  );
}

function ThreadCard({
  thread,
  onGoTo,
  mayWrite,
}: {
  thread: Thread;
  onGoTo?: (anchor: Anchor) => void;
  mayWrite: boolean;
}) {
  const { t } = useTranslation('comments');
  const [text, setText] = useState('');
  const { editionId, anchor } = thread;
  const path = { id: thread.id };
  const reply = useCommenting(
    editionId,
    (said: string) =>
      answer(api.POST('/api/v1/comments/{id}/replies', { params: { path }, body: { text: said } })),
    () => {
      setText('');
    },
  );
  const turn = useCommenting(editionId, () => {
    const params = { path, header: ifMatch(thread.version) };
    return thread.resolvedAt
      ? answer(api.POST('/api/v1/comments/{id}/reopen', { params }))
      : answer(api.POST('/api/v1/comments/{id}/resolve', { params }));
  });
  const failed = reply.error ?? turn.error;
  return (
    <Paper withBorder p="xs" bg="var(--desk-paper)" component="article">
      <Stack gap={6}>
        <Group gap={6}>
          <Text size="xs" c="var(--desk-quiet)">
            {thread.author.name}, <Moment at={thread.createdAt} near />
          </Text>
          {thread.resolvedAt && <Badge color="green">{t('resolved')}</Badge>}
        </Group>
        {anchor &&
          (onGoTo ? (
            <Button
              size="compact-sm"
              variant="subtle"
              justify="start"
              lang={thread.language}
              onClick={() => {
                onGoTo(anchor);
              }}
            >
              “{anchor.quote.slice(0, 60)}”
            </Button>
          ) : (
            <Text size="sm" component="q" lang={thread.language}>
              {anchor.quote}
            </Text>
          ))}
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {thread.text}
        </Text>
        {thread.replies.map((one) => (
          <Text key={one.id} size="sm" ps="sm" style={{ whiteSpace: 'pre-wrap' }}>
            <b>{one.author.name}</b>: {one.text}
          </Text>
        ))}
        {failed && <ProblemAlert error={failed} />}
        {mayWrite && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              reply.mutate(text);
            }}
          >
            <Stack gap={6}>
              {!thread.resolvedAt && (
                <Textarea
                  size="xs"
                  autosize
                  aria-label={t('reply')}
                  placeholder={t('reply')}
                  value={text}
                  onChange={(event) => {
                    setText(event.currentTarget.value);
                  }}
                />
              )}
              <Group gap={6}>
                {!thread.resolvedAt && (
                  <Button
                    size="compact-xs"
                    type="submit"
                    variant="default"
                    disabled={text.trim() === ''}
                    loading={reply.isPending}
                  >
                    {t('reply')}
                  </Button>
                )}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  loading={turn.isPending}
                  onClick={() => {
                    turn.mutate(undefined);
                  }}
                >
                  {t(thread.resolvedAt ? 'reopen' : 'resolve')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}
