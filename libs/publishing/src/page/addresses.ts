import type { Language } from '@desk/languages';

/** The public addresses of the portal: paths, percent-encoded as they stand in links. */

export const frontAddress = (language: Language): string => `/${language}/`;

export const sectionAddress = (language: Language, code: string): string =>
  `/${language}/${encodeURIComponent(code)}/`;

export const pageAddress = (page: {
  language: Language;
  sectionCode: string;
  slug: string;
}): string => `${sectionAddress(page.language, page.sectionCode)}${encodeURIComponent(page.slug)}`;

/** The archive, or one of its months (`2020-05`) or days (`2020-05-23`). */
export const archiveAddress = (language: Language, period?: string): string =>
  period === undefined ? `/${language}/archive/` : `/${language}/archive/${period}`;

/** The feed of a language, or of one of its sections. */
export const feedAddress = (
  language: Language,
  form: 'atom' | 'rss' | 'json',
  sectionCode?: string,
): string =>
  sectionCode === undefined
    ? `/${language}/feed.${form}`
    : `${sectionAddress(language, sectionCode)}feed.${form}`;

export const searchAddress = (language: Language): string => `/${language}/search`;

/** Letters that join or part words and are not seen; nobody can tell that they were pasted along. */
const unseen = /[\u200B-\u200D\u2060\uFEFF]/g;

/** A slug as addresses hold it: composed, without unseen letters. */
export const settledSlug = (slug: string): string => slug.normalize('NFC').replace(unseen, '');

/** Whether a request's path is written as `address` is; how it is percent-encoded does not matter. */
export function isWrittenAs(address: string, path: string): boolean {
  try {
    return decodeURI(path) === decodeURI(address);
  } catch {
    return false;
  }
}
