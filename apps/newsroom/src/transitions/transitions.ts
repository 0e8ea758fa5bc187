import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answer, api, ifMatch, type Shape } from '../api/client';

export type Option = Shape<'TransitionOption'>;
export type Action = Option['action'];
export type Saying = Omit<Shape<'TransitionDraft'>, 'action'>;
export type WorkingCopy = Shape<'WorkingCopy'>;

/** An edition as it stands, with its text, and whether one may write it. */
export const useEdition = (id: string | undefined): UseQueryResult<Shape<'EditionToRead'>> =>
  useQuery({
    queryKey: ['edition', id],
    enabled: id !== undefined,
    queryFn: () => answer(api.GET('/api/v1/editions/{id}', { params: { path: { id: id ?? '' } } })),
  });

/** What this person may do with an edition now, and why not the rest. */
export const useOptions = (id: string | undefined): UseQueryResult<Option[]> =>
  useQuery({
    queryKey: ['edition', id, 'transitions'],
    enabled: id !== undefined,
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/editions/{id}/transitions', { params: { path: { id: id ?? '' } } }),
        )
      ).items,
  });

/** What a change of state makes old. */
const touched = [
  'edition',
  'article',
  'articles',
  'segments',
  'tasks',
  'task',
  'today',
  'board',
  'releases',
  'review',
];

/** Takes an edition through a transition, from the version that was seen. */
export function useTransition(
  edition: Pick<WorkingCopy, 'id' | 'version'>,
): UseMutationResult<WorkingCopy, Error, { action: Action; saying: Saying }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ action, saying }) =>
      answer(
        api.POST('/api/v1/editions/{id}/transitions', {
          params: { path: { id: edition.id }, header: ifMatch(edition.version) },
          body: { action, ...saying },
        }),
      ),
    onSettled: () =>
      Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
