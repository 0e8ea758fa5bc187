import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import type { GlossaryAddress } from './glossary-address';

export type Concept = Shape<'Concept'>;
export type Proposal = Shape<'Proposal'>;

export function useConcepts({ search, language, domain, retired }: GlossaryAddress) {
  const filter = { search, language, domain, ...(retired && { retired: 'true' }) };
  return useInfiniteQuery({
    queryKey: ['glossary', 'concepts', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/glossary/concepts', {
          params: { query: { ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
}

export const useConcept = (id: string) =>
  useQuery({
    queryKey: ['glossary', 'concept', id],
    queryFn: () => answer(api.GET('/api/v1/glossary/concepts/{id}', { params: { path: { id } } })),
  });

export const useDomains = () =>
  useQuery({
    queryKey: ['glossary', 'domains'],
    queryFn: async () => (await answer(api.GET('/api/v1/glossary/domains'))).items,
  });

export function useProposals({ state = 'open', mine }: GlossaryAddress) {
  const filter = { ...(state !== 'all' && { state }), ...(mine && { mine: 'true' }) };
  return useInfiniteQuery({
    queryKey: ['glossary', 'proposals', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/glossary/proposals', {
          params: { query: { ...filter, limit: 30, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
}

/** Takes a concept out of use, or into use again. */
export function turnConcept(concept: Concept): Promise<Concept> {
  const params = { path: { id: concept.id }, header: ifMatch(concept.version) };
  return answer(
    concept.retiredAt === null
      ? api.POST('/api/v1/glossary/concepts/{id}/retire', { params })
      : api.POST('/api/v1/glossary/concepts/{id}/restore', { params }),
  );
}

const known = [
  'administration',
  'agriculture',
  'bodies',
  'culture',
  'documents',
  'offices',
  'press',
  'river-climate',
] as const;

/** A domain as the reader says it; a newsroom's own domains have only the name it gave them. */
export function useDomainName(): (domain: string) => string {
  const { t } = useTranslation('glossary');
  return (domain) => {
    if (domain === '') return t('noDomain');
    const ours = known.find((one) => one === domain);
    return ours ? t(`domains.${ours}`) : domain;
  };
}
