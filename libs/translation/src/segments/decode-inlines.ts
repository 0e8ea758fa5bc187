import type { Inline, Mark } from '@desk/contracts';
import { codeTokens } from './code-text.js';
import { type EncodedInlines, markKey } from './encode-inlines.js';

/** The order in which a body keeps a text's marks. */
const markOrder: readonly Mark['type'][] = ['link', 'bold', 'italic'];

/**
 * A translated text with placeholders as content again. Takes any text: codes that the source
 * does not have are left out, marks end with the text, a footnote that was left out stands at
 * the end. `checkCodes` tells beforehand.
 */
export function decodeInlines(target: string, { originals }: EncodedInlines): Inline[] {
  const out: Inline[] = [];
  const open = new Map<number, Mark>();
  const left = new Map(originals);
  for (const token of codeTokens(target)) {
    if (token.type === 'text') {
      pushInline(out, textWith(token.text, [...open.values()]));
      continue;
    }
    const original = originals.get(token.id);
    if (original === undefined) continue;
    if (original.type === 'hardBreak' || original.type === 'footnote') {
      if (token.type === 'lone' && left.delete(token.id)) out.push(original);
    } else if (token.type === 'open') open.set(token.id, original);
    else if (token.type === 'close') open.delete(token.id);
  }
  for (const original of left.values()) if (original.type === 'footnote') out.push(original);
  return out;
}

function textWith(text: string, open: readonly Mark[]): Inline {
  const marks = markOrder.flatMap((type) => open.filter((mark) => mark.type === type).slice(0, 1));
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

/** Appends, and joins texts whose marks are equal. */
export function pushInline(out: Inline[], inline: Inline): void {
  const last = out.at(-1);
  if (last?.type === 'text' && inline.type === 'text' && marksKey(last) === marksKey(inline)) {
    out[out.length - 1] = { ...last, text: last.text + inline.text };
  } else out.push(inline);
}

function marksKey(inline: { marks?: Mark[] | undefined }): string {
  return (inline.marks ?? []).map(markKey).join('\n');
}
