import { z } from 'zod';
import { Invalid } from '@desk/errors';

/** C0 controls but tab and newline, DEL, non-characters, and surrogates without a partner. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/u;

/**
 * The text in NFC with newlines as `\n`. Zero-width spaces stay: Khmer is broken by them.
 * @throws Invalid `text.forbidden_characters` with the code point and where it stands
 */
export function cleanText(input: string): string {
  const text = input.replace(/\r\n?/g, '\n');
  const found = forbidden.exec(text);
  if (found) {
    const codePoint = found[0].codePointAt(0) ?? 0;
    throw new Invalid('text.forbidden_characters', {
      character: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      position: found.index,
    });
  }
  return text.normalize('NFC');
}

/** A zod schema of a clean, trimmed text of at most `max` UTF-16 units after NFC. */
export const cleanTextSchema = (max: number, min = 0) =>
  z
    .string()
    .superRefine((input, context) => {
      try {
        cleanText(input);
      } catch (error) {
        if (!(error instanceof Invalid)) throw error;
        context.addIssue({ code: 'custom', message: error.code, params: error.facts, input });
      }
    })
    .overwrite((input) => input.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .max(max)
    .min(min);
