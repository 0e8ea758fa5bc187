import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, type Shape } from '../api/client';

export type Release = Shape<'Release'>;
export type ReleaseState = Release['state'];

export const useReleases = (state: ReleaseState | undefined) =>
  useInfiniteQuery({
    queryKey: ['releases', 'list', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/releases', {
          params: {
            query: { limit: 20, ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** All releases of a period, for the calendar. */
export const useReleasesBetween = (from: string, to: string) =>
  useQuery({
    queryKey: ['releases', 'between', from, to],
    queryFn: async () => {
      const found: Release[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: Release[]; next: string | null } = await answer(
          api.GET('/api/v1/releases', {
            params: { query: { from, to, limit: 100, ...(cursor && { cursor }) } },
          }),
        );
        found.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return found;
    },
  });

/** Articles of which an edition is signed off and waits for its release. */
export const useReady = () =>
  useQuery({
    queryKey: ['board', 'ready'],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/board', { params: { query: { step: 'release', limit: 50 } } }),
        )
      ).items,
  });
