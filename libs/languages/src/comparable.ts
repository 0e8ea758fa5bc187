/** Zero-width space, non-joiner, joiner, word joiner, byte order mark. */
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g;

/** Old and new places of the Vietnamese tone mark, new ones (uỷ, hoà) to old ones (ủy, hòa). */
const toneOnFirst: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
/** Only at the end of a syllable, and for uy not after q. */
const movable = /(?<!q)(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu;

/**
 * The text as it is compared for equality and search: NFC, without invisible characters,
 * white space folded, lower case, Vietnamese tone marks in one place (hoà = hòa).
 */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(movable, (pair) => toneOnFirst[pair] ?? pair);
}
