import { Button, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '@desk/contracts';
import { answer, api } from '../api/client';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import type { Segment } from './sheet';

/** Questions about the text and their answers; a new one names the segment it is about. */
export function SegmentComments({ editionId, segment }: { editionId: string; segment: Segment }) {
  const { t } = useTranslation('translation');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const path = { params: { path: { id: editionId } } };
  const threads = useQuery({
    queryKey: ['edition', editionId, 'comments'],
    queryFn: () => answer(api.GET('/api/v1/editions/{id}/comments', path)),
  });
  const quote = plainText(segment.source).slice(0, 160);
  const add = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/editions/{id}/comments', {
          ...path,
          body: { text: `${segment.position + 1}. “${quote}”\n${text}` },
        }),
      ),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['edition', editionId, 'comments'] });
    },
  });
  const about = threads.data?.items.filter(({ text: said }) =>
    said.startsWith(`${segment.position + 1}. “`),
  );
  return (
    <Stack gap="xs">
      {about?.map((thread) => (
        <Paper key={thread.id} withBorder p="xs" bg="var(--desk-paper)">
          <Text size="xs" c="var(--desk-quiet)">
            {thread.author.name}, <Moment at={thread.createdAt} near />
          </Text>
          <Text size="sm">{thread.text.split('\n').slice(1).join('\n')}</Text>
          {thread.replies.map((reply) => (
            <Text key={reply.id} size="sm" ps="sm" mt={4}>
              <b>{reply.author.name}</b>: {reply.text}
            </Text>
          ))}
        </Paper>
      ))}
      {add.isError && <ProblemAlert error={add.error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap={6} align="start">
          <Textarea
            id="comment-text"
            w="100%"
            autosize
            minRows={2}
            aria-label={t('comments.ask')}
            placeholder={t('comments.ask')}
            value={text}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              if (text.trim() !== '') add.mutate();
            }}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <Button
            type="submit"
            size="compact-sm"
            variant="default"
            loading={add.isPending}
            disabled={text.trim() === ''}
          >
            {t('comments.send')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
