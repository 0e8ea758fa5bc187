import { Button, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '@desk/contracts';
import { answer, api } from '../api/client';
import { Moment } from '../design/moment';
import { useThreads } from '../comments/comment-threads';
import { ProblemAlert } from '../design/problem-alert';
import type { Segment } from './sheet';

/**
 * Questions about a sentence of the source and their answers. They are kept with the source, where
 * its writer reads them, and the translators of the other language too.
 */
export function SegmentComments({ articleId, segment }: { articleId: string; segment: Segment }) {
  const { t } = useTranslation('translation');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const article = useQuery({
    queryKey: ['article', articleId],
    queryFn: () => {
      const params = { path: { id: articleId } };
      return answer(api.GET('/api/v1/articles/{id}', { params }));
    },
  });
  const sourceId = article.data?.editions.find(({ isSource }) => isSource)?.id;
  const threads = useThreads(sourceId);
  const quote = `“${plainText(segment.source).slice(0, 160)}”`;
  const add = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/editions/{id}/comments', {
          params: { path: { id: sourceId ?? '' } },
          body: { text: `${quote}\n${text}`, revisionId: segment.sourceRevisionId },
        }),
      ),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['edition', sourceId, 'comments'] });
    },
  });
  const about = threads.data?.filter(({ text: said }) => said.startsWith(quote));
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
              if (text.trim() !== '' && sourceId) add.mutate();
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
            disabled={text.trim() === '' || sourceId === undefined}
          >
            {t('comments.send')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
