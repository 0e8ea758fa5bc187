import { isLanguage, type Language } from './language.js';

const MAX_LENGTH = 1_000;

/** `en-GB;q=0.8`, as RFC 9110 12.5.4 writes it; a range that is written otherwise is passed over. */
const range =
  /^([a-z]{1,8}(?:-[a-z\d]{1,8})*|\*)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/**
 * The newsroom's language that an `Accept-Language` header likes best, else `fallback`. Of two
 * that are liked equally the first counts; `*` and languages that are not ours count for nothing.
 */
export function languageFromHeader(
  header: string | undefined,
  fallback: Language = 'vi',
): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const part of (header ?? '').slice(0, MAX_LENGTH).split(',')) {
    const found = range.exec(part.trim());
    const language = found?.[1]?.toLowerCase().split('-')[0];
    const weight = Number(found?.[2] ?? 1);
    if (isLanguage(language) && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? fallback;
}
