/** A language tag by its form (BCP 47), registered or not. */
const LANGUAGE =
  /^\s*(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?\s*$|^\s*[xi](?:-[a-z0-9]{1,8})+\s*$/i;

export function isLanguageTag(value: string): boolean {
  return LANGUAGE.test(value);
}

/** `en-IE` is within `en`. */
export function withinLanguage(tag: string, wanted: string): boolean {
  const [inner, outer] = [tag.trim().toLowerCase(), wanted.trim().toLowerCase()];
  return inner === outer || inner.startsWith(`${outer}-`);
}
