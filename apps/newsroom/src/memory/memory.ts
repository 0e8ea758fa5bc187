import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Language } from '@desk/languages';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { useMay } from '../session/session';
import type { MemoryAddress } from './memory-address';

export type Unit = Shape<'MemoryUnit'>;
export type Changes = Shape<'MemoryUnitChanges'>;

/** How many units a search shows. */
export const MOST_FOUND = 100;

/** Units by where they come from, newest first. */
export function useUnits(address: MemoryAddress) {
  const { sourceLanguage, targetLanguage, sectionId, tag, importId, articleId } = address;
  const filter = { sourceLanguage, targetLanguage, sectionId, tag, importId, articleId };
  return useInfiniteQuery({
    queryKey: ['memory', 'units', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/memory/units', {
          params: { query: { ...filter, limit: 30, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
}

/** Units that hold a phrase in a language. */
export const useConcordance = (text: string, language: Language, otherLanguage?: Language) =>
  useQuery({
    queryKey: ['memory', 'search', text, language, otherLanguage],
    queryFn: () =>
      answer(
        api.GET('/api/v1/memory/search', {
          params: {
            query: { text, language, limit: MOST_FOUND, ...(otherLanguage && { otherLanguage }) },
          },
        }),
      ),
  });

export const useDuplicates = () =>
  useQuery({
    queryKey: ['memory', 'duplicates'],
    queryFn: async () => (await answer(api.GET('/api/v1/memory/duplicates'))).items,
  });

export const changeUnit = ({ id, version }: Unit, body: Changes): Promise<Unit> =>
  answer(
    api.PATCH('/api/v1/memory/units/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body,
    }),
  );

export const readUnit = (id: string): Promise<Unit> =>
  answer(api.GET('/api/v1/memory/units/{id}', { params: { path: { id } } }));

export const removeUnit = ({ id, version }: Unit): Promise<unknown> =>
  answer(
    api.DELETE('/api/v1/memory/units/{id}', {
      params: { path: { id }, header: ifMatch(version) },
    }),
  );

/** Lets one unit stand for others. */
export const mergeUnits = ({ id, version }: Unit, others: readonly Unit[]): Promise<Unit> =>
  answer(
    api.POST('/api/v1/memory/units/{id}/merge', {
      params: { path: { id }, header: ifMatch(version) },
      body: { others: others.map((one) => one.id) },
    }),
  );

/** The names of colleagues, for those who see the team; others are told no names. */
export function useNames(): (id: string | null) => string | null {
  const mayKnow = useMay('team.read');
  const load = useQuery({
    queryKey: ['tasks', 'load'],
    enabled: mayKnow,
    staleTime: 300_000,
    queryFn: () => answer(api.GET('/api/v1/tasks/load')),
  });
  return (id) => load.data?.people.find(({ person }) => person.id === id)?.person.name ?? null;
}
