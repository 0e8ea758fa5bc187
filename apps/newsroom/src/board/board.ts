import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api, type Shape } from '../api/client';
import type { BoardAddress } from './board-address';

export type BoardArticle = Shape<'BoardArticle'>;
export type BoardEdition = BoardArticle['editions'][number];
export type View = Shape<'SavedView'>;

/** Truths go over the wire as words. */
const inQuery = ({ stale, overdue, urgent, ...rest }: BoardAddress) => ({
  ...rest,
  ...(stale && { stale: 'true' }),
  ...(overdue && { overdue: 'true' }),
  ...(urgent && { urgent: 'true' }),
});

export const useBoard = (filter: BoardAddress) =>
  useInfiniteQuery({
    queryKey: ['board', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/board', {
          params: {
            query: { ...inQuery(filter), limit: 30, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const useViews = () =>
  useQuery({
    queryKey: ['views'],
    queryFn: async () => (await answer(api.GET('/api/v1/me/views'))).items,
  });

export const useSections = () =>
  useQuery({
    queryKey: ['sections'],
    staleTime: 300_000,
    queryFn: async () => (await answer(api.GET('/api/v1/sections'))).items,
  });

export const useBottleneck = (sectionId: string | undefined) =>
  useQuery({
    queryKey: ['board', 'bottleneck', sectionId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/board/bottleneck', {
          params: { query: sectionId ? { sectionId } : {} },
        }),
      ),
  });
