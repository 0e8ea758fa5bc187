import type { Language } from './language.js';

const MAX_LENGTH = 80;

/** Latin letters without marks; đ is no d with a mark to Unicode, so by hand. */
const latinOf = (title: string): string =>
  title
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** Khmer keeps its script: vowels and signs are marks and must stay. */
const khmerOf = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .toLowerCase()
    .replace(/[^\p{Script=Khmer}a-z0-9]+/gu, '-')
    .replace(/[។៕៖ៗ៘៙៚]+/g, '-');

/** Without hyphens at the ends, cut after a whole word, never inside a letter with its marks. */
function trimmed(slug: string): string {
  const bare = slug.replace(/-+/g, '-').replace(/^-|-$/g, '');
  if (bare.length <= MAX_LENGTH) return bare;
  const cut = bare.slice(0, MAX_LENGTH + 1);
  const word = cut.lastIndexOf('-');
  if (word > MAX_LENGTH / 2) return cut.slice(0, word);
  let end = '';
  for (const { segment } of new Intl.Segmenter('km').segment(cut)) {
    if (end.length + segment.length > MAX_LENGTH) break;
    end += segment;
  }
  return end;
}

/**
 * The part of an address made from a title: Latin for Vietnamese and English, Khmer script
 * for Khmer. `latin` is the fallback in ASCII; both may be empty when no letter is left.
 */
export function slugFor(language: Language, title: string): { slug: string; latin: string } {
  const latin = trimmed(latinOf(title));
  return { slug: language === 'km' ? trimmed(khmerOf(title)) || latin : latin, latin };
}
