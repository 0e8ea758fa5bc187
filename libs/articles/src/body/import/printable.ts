import { Invalid } from '@desk/errors';

/** Controls but tab and newline, and the two code points that are no characters. */
const controls = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

/**
 * Text for an import: controls that old editors leave behind are spaces, counted (but Word's line
 * and page breaks); newlines are "\n".
 *
 * @throws Invalid text.forbidden_characters for NUL and half characters: this is no text at all
 */
export function readable(source: string): { text: string; controls: number } {
  if (source.includes('\u0000') || /\p{Surrogate}/u.test(source)) {
    throw new Invalid('text.forbidden_characters');
  }
  let count = 0;
  const text = source.replace(/\r\n?/g, '\n').replace(controls, (control) => {
    if (control !== '\u000b' && control !== '\u000c') count += 1;
    return ' ';
  });
  return { text, controls: count };
}

/** HTML can spell controls as entities: what was parsed is cleaned again. */
export function printable(text: string): string {
  return text.replace(controls, ' ');
}
