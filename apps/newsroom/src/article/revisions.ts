import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api, type Shape } from '../api/client';

export type RevisionHead = Shape<'RevisionHead'>;

/** The revisions of an edition, the newest first. */
export const useRevisions = (editionId: string): UseQueryResult<RevisionHead[]> =>
  useQuery({
    queryKey: ['edition', editionId, 'revisions'],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/editions/{id}/revisions', { params: { path: { id: editionId } } }),
        )
      ).items,
  });
