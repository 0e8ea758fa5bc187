import { z } from 'zod';
import { isLanguage, type Language } from '@desk/languages';
import type { PublicSection, SearchFilter, SearchOrder } from '@desk/published-pages';
import { searchAddress } from '@desk/public-page';

/** What an address of the search asks for; what of it makes no sense is as if it were not there. */
export interface SearchAsked {
  readonly typed: string;
  readonly language: Language | 'all';
  readonly sectionCode: string | null;
  /** Days as `2020-05-23`, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly order: SearchOrder;
  readonly page: number;
}

export const PAGE_SIZE = 20;
/** MAX_FOUND of them at most. */
const LAST_PAGE = 10;

const one = z.string().max(2_000).catch('');
const asked = z
  .object({
    q: one,
    in: one,
    section: one,
    from: z.iso.date().nullable().catch(null),
    to: z.iso.date().nullable().catch(null),
    order: z.enum(['relevance', 'newest']).catch('relevance'),
    page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
  })
  .catch({ q: '', in: '', section: '', from: null, to: null, order: 'relevance', page: 1 });

/** `language` is the page's: what is sought is in it unless the address says otherwise. */
export function readSearch(
  query: unknown,
  language: Language,
  sections: readonly PublicSection[],
): SearchAsked {
  const read = asked.parse(query);
  const section = sections.find(({ code }) => code === read.section);
  // Days in the wrong order are meant the other way round.
  const [from, to] =
    read.from !== null && read.to !== null && read.from > read.to
      ? [read.to, read.from]
      : [read.from, read.to];
  return {
    typed: read.q,
    language: read.in === 'all' || isLanguage(read.in) ? read.in : language,
    sectionCode: section?.code ?? null,
    from,
    to,
    order: read.order,
    page: read.page,
  };
}

const DAY_MS = 24 * 3_600_000;
/** The beginning of a day in Viet Nam, which has no summer time. */
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+07:00`);

export const filterOf = ({ language, sectionCode, from, to }: SearchAsked): SearchFilter => ({
  language: language === 'all' ? undefined : language,
  sectionCode: sectionCode ?? undefined,
  from: from === null ? undefined : beginningOf(from),
  before: to === null ? undefined : new Date(beginningOf(to).getTime() + DAY_MS),
});

/** The address of the search in a language, saying only what differs from what is usual. */
export function searchLink(language: Language, wanted: SearchAsked): string {
  const said = new URLSearchParams();
  if (wanted.typed !== '') said.set('q', wanted.typed);
  if (wanted.language !== language) said.set('in', wanted.language);
  if (wanted.sectionCode !== null) said.set('section', wanted.sectionCode);
  if (wanted.from !== null) said.set('from', wanted.from);
  if (wanted.to !== null) said.set('to', wanted.to);
  if (wanted.order !== 'relevance') said.set('order', wanted.order);
  if (wanted.page > 1) said.set('page', String(wanted.page));
  const query = said.toString();
  return query === '' ? searchAddress(language) : `${searchAddress(language)}?${query}`;
}
