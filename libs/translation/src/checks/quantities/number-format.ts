import type { Language } from '@desk/languages';
import { decimalKey } from './decimal.js';
import type { Quantity } from './quantity.js';

const TOKEN = /(?<!\d)\d+(?:[.,]\d+)+/;

/**
 * Where in a quantity's text a number stands that has the source's value only with `.` and `,`
 * exchanged: `1,000.5` in Vietnamese. Digits must be folded.
 */
export function numberOfAnotherFormat(
  text: string,
  { keys }: Quantity,
  language: Language,
): { readonly at: number; readonly length: number } | null {
  const found = TOKEN.exec(text);
  if (!found) return null;
  const [token] = found;
  const [asIs, exchanged] = [
    valueIn(token, language),
    valueIn(separatorsExchanged(token), language),
  ];
  if (exchanged === null || asIs === exchanged) return null;
  // `1,500` may be right in both: what the source says decides.
  if (asIs !== null && (keys.includes(asIs) || !keys.includes(exchanged))) return null;
  return { at: found.index, length: token.length };
}

export const separatorsExchanged = (token: string): string =>
  token.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));

/** What the number says by the rules of the language; null where it breaks them. */
function valueIn(token: string, language: Language): string | null {
  const form =
    language === 'en'
      ? /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
      : /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;
  const parts = form.exec(token);
  return parts ? decimalKey((parts[1] ?? '').replace(/\D/g, ''), parts[2]) : null;
}
