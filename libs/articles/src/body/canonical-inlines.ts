import type { Inline, Mark, TextNode } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { cleanText } from '@desk/languages';

/** The order in which marks are kept and rendered, outermost first. */
const markOrder: readonly Mark['type'][] = ['link', 'bold', 'italic'];

/**
 * Merges neighbours with equal marks, orders marks, cleans text. `place` is the path that an
 * error names.
 */
export function canonicalInlines(inlines: readonly Inline[], place: string): Inline[] {
  const out: Inline[] = [];
  let parts: string[] = [];
  let open: { marks: Mark[]; key: string; place: string } | undefined;
  const close = () => {
    if (open !== undefined) out.push(textNode(cleanAt(parts.join(''), open.place), open.marks));
    open = undefined;
    parts = [];
  };
  for (const [index, inline] of inlines.entries()) {
    const at = `${place}.${String(index)}`;
    if (inline.type === 'text') {
      const marks = canonicalMarks(inline.marks ?? [], at);
      const key = JSON.stringify(marks);
      if (open?.key !== key) {
        close();
        open = { marks, key, place: at };
      }
      parts.push(inline.text);
      continue;
    }
    close();
    if (inline.type === 'hardBreak') out.push({ type: 'hardBreak' });
    else {
      const content = canonicalInlines(inline.content, `${at}.content`).flatMap((child) =>
        child.type === 'footnote' ? [] : [child],
      );
      out.push({ type: 'footnote', content });
    }
  }
  close();
  return out;
}

export function textNode(text: string, marks: readonly Mark[]): TextNode {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] };
}

function canonicalMarks(marks: readonly Mark[], place: string): Mark[] {
  return markOrder.flatMap((type): Mark[] => {
    const mark = marks.find((candidate) => candidate.type === type);
    if (mark?.type !== 'link') return mark === undefined ? [] : [{ type: mark.type }];
    const href = canonicalAddress(mark.attrs.href, place);
    const title = foldedSpaces(cleanAt(mark.attrs.title ?? '', place)).trim();
    return [{ type: 'link', attrs: title === '' ? { href } : { href, title } }];
  });
}

/** Percent-encodes what the URL standard does not allow in an address. */
export function canonicalAddress(address: string, place: string): string {
  return cleanAt(address, place)
    .replace(/[{}|^`]/g, (character) => encodeURIComponent(character))
    .replace(/%(?![0-9a-f]{2})/gi, '%25');
}

/** White space as a page shows it: any run is one space; soft hyphens and byte order marks go. */
export function foldedSpaces(text: string): string {
  return text.replace(/[\u00ad\ufeff]/g, '').replace(/[ \t\n\r\f\v\u00a0\u2028\u2029]+/g, ' ');
}

/** Cleaned text on one line; a refusal tells where in the body it is. */
export function cleanAt(text: string, place: string): string {
  try {
    return cleanText(text).replace(/[\t\n]+/g, ' ');
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(error.code, { ...error.facts, path: place });
  }
}
