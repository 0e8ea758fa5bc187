import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { useAction } from '../design/use-action';

/** Following an article: one hears what happens to it. */
export function Follow({ articleId }: { articleId: string }) {
  const { t } = useTranslation('article');
  const subscriptions = useQuery({
    queryKey: ['subscriptions'],
    queryFn: async () => (await answer(api.GET('/api/v1/me/subscriptions'))).items,
  });
  const following = subscriptions.data?.some(({ subjectId }) => subjectId === articleId) ?? false;
  const turn = useAction(
    async () => {
      if (following) {
        const path = { subject: 'article' as const, id: articleId };
        await answer(api.DELETE('/api/v1/me/subscriptions/{subject}/{id}', { params: { path } }));
      } else {
        const body = { subject: 'article' as const, subjectId: articleId };
        await answer(api.POST('/api/v1/me/subscriptions', { body }));
      }
    },
    { outdates: ['subscriptions'], done: t(following ? 'follow.ended' : 'follow.begun') },
  );
  return (
    <Button
      variant="default"
      size="xs"
      aria-pressed={following}
      loading={turn.isPending}
      onClick={() => {
        turn.mutate();
      }}
    >
      {t(following ? 'follow.end' : 'follow.begin')}
    </Button>
  );
}
