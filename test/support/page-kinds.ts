import type { Language } from '@desk/languages';
import type { PublicSite } from './public-site.js';

/** Every kind of page that the portal has, with the address of one in a language. */
const kinds: Readonly<
  Record<string, (site: PublicSite, language: Language) => string | Promise<string>>
> = {
  front: (_site, language) => `/${language}/`,
  section: (_site, language) => `/${language}/hoat-dong/`,
  older: (_site, language) =>
    `/${language}/?before=4000000000000.00000000-0000-4000-8000-000000000000`,
  article: (site, language) => site.address(site.stories.archived, language),
  full: (site, language) => site.address(site.stories.full, language),
  corrected: (site, language) => site.address(site.stories.whole, language),
  updating: (site, language) => site.address(site.stories.overtaken, language),
  missing: (_site, language) => `/${language}/khong-co/`,
  notYet: async (site, language) =>
    (await site.address(site.stories.lonely, 'vi')).replace('/vi/', `/${language}/`),
  search: async (site, language) => {
    const { title } = await site.published(site.stories.whole, language);
    return `/${language}/search?in=all&q=${encodeURIComponent(title.slice(0, 9))}`;
  },
  foundNothing: (_site, language) => `/${language}/search?q=xyzzy`,
  archive: (_site, language) => `/${language}/archive/`,
  month: (_site, language) => `/${language}/archive/2020-05`,
  day: (_site, language) => `/${language}/archive/2020-05-24`,
  withdrawn: (site) => site.address(site.stories.withdrawn, 'vi'),
};

/** What is withdrawn is the Vietnamese edition alone. */
export const kindsIn = (language: Language): string[] =>
  Object.keys(kinds).filter((kind) => kind !== 'withdrawn' || language === 'vi');

export async function pageOfKind(
  site: PublicSite,
  kind: string,
  language: Language,
): Promise<string> {
  const path = await kinds[kind]?.(site, language);
  if (path === undefined) throw new Error(`there is no kind ${kind}`);
  return path;
}
