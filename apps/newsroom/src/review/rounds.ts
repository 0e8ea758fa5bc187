import { useQuery } from '@tanstack/react-query';
import { answer, api, type Shape } from '../api/client';

export type Round = Shape<'ReviewRound'>;

/** The review rounds of an edition, newest first. */
export const useRounds = (editionId: string, wanted = true) =>
  useQuery({
    enabled: wanted,
    queryKey: ['edition', editionId, 'rounds'],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/editions/{id}/rounds', {
            params: { path: { id: editionId }, query: { limit: 50 } },
          }),
        )
      ).items,
  });

export const useRevision = (id: string | null | undefined) =>
  useQuery({
    queryKey: ['revision', id],
    enabled: typeof id === 'string',
    staleTime: Infinity,
    queryFn: () =>
      answer(api.GET('/api/v1/revisions/{id}', { params: { path: { id: id ?? '' } } })),
  });
