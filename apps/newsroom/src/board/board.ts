import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { editionStateSchema } from '@desk/contracts';
import { languageSchema } from '@desk/languages';
import { answer, api, type Shape } from '../api/client';

export type BoardArticle = Shape<'BoardArticle'>;
export type BoardEdition = BoardArticle['editions'][number];
export type View = Shape<'SavedView'>;

const yes = z.union([z.literal(true), z.literal('true')]).transform(() => true as const);
const lost = undefined;

/** What the board shows, as it stands in its address: a link shares it. */
export const boardAddressSchema = z.object({
  text: z.string().min(1).max(200).optional().catch(lost),
  sectionId: z.uuid().optional().catch(lost),
  language: languageSchema.optional().catch(lost),
  state: editionStateSchema.optional().catch(lost),
  personId: z
    .union([z.uuid(), z.literal('me')])
    .optional()
    .catch(lost),
  stale: yes.optional().catch(lost),
  overdue: yes.optional().catch(lost),
  urgent: yes.optional().catch(lost),
  sort: z.enum(['updated', 'due', 'created']).optional().catch(lost),
});
export type BoardAddress = z.infer<typeof boardAddressSchema>;

/** The address of a board that is filtered so. */
export function addressOf(filter: BoardAddress): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query === '' ? '/board' : `/board?${query}`;
}

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
