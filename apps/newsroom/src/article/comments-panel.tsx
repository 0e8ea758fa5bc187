import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bodySchema, type CommentAnchor } from '@desk/contracts';
import { answer, api } from '../api/client';
import { CommentThreads } from '../comments/comment-threads';
import { anchorInBody } from './editor/anchor-in-body';
import { useRevisions } from './revisions';

/**
 * Comments on an edition. They are kept about the newest revision: words that are chosen in the
 * text under work are named by their place there, when they stand there.
 */
export function CommentsPanel({
  editionId,
  chosen,
  onGoTo,
}: {
  editionId: string;
  chosen: CommentAnchor | null;
  onGoTo?: (anchor: CommentAnchor) => void;
}) {
  const { t } = useTranslation('article');
  const revisions = useRevisions(editionId);
  const newest = revisions.data?.[0]?.id;
  const revision = useQuery({
    queryKey: ['revision', newest],
    staleTime: Infinity,
    enabled: newest !== undefined,
    queryFn: () =>
      answer(api.GET('/api/v1/revisions/{id}', { params: { path: { id: newest ?? '' } } })),
  });
  const anchor = useMemo(() => {
    const body = bodySchema.safeParse(revision.data?.body);
    return chosen && body.success ? anchorInBody(body.data, chosen) : null;
  }, [chosen, revision.data]);
  if (revisions.data?.length === 0) {
    return (
      <Text size="sm" c="var(--desk-quiet)">
        {t('comments.tooEarly')}
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--desk-quiet)">
        {t(chosen && !anchor ? 'comments.newWords' : 'comments.about')}
      </Text>
      <CommentThreads editionId={editionId} anchor={anchor} {...(onGoTo && { onGoTo })} />
    </Stack>
  );
}
