import type { Inline } from '@desk/contracts';
import { type Language, sentences } from '@desk/languages';

/** A part of a block's content; `continues`: its first text is the rest of the last part's text. */
export interface Piece {
  readonly sentence: boolean;
  readonly plain: string;
  readonly inlines: readonly Inline[];
  readonly continues: boolean;
}

/** Something inline that is no text, as the sentence rules know it. */
const ANCHOR = '\uFFFC';
const EDGES = /^[\s\u200B]*|[\s\u200B]*$/g;
const CONTENT = /[^\s\u200B\uFFFC]/;

/**
 * Cuts a block's content into sentences and what stands between them: white space, hard breaks,
 * and footnotes that belong to no sentence. `whole`: a line that is never cut. `abbreviations`:
 * with these no sentence ends, besides those of the language.
 */
export function cutBlock(
  content: readonly Inline[],
  language: Language,
  whole = false,
  abbreviations: readonly string[] = [],
): Piece[] {
  const plain = content.map(plainOf).join('');
  const ranges: { from: number; to: number; sentence: boolean }[] = [];
  const add = (from: number, to: number, sentence: boolean) => {
    const last = ranges.at(-1);
    if (from === to) return;
    if (!sentence && last?.sentence === false) last.to = to;
    else ranges.push({ from, to, sentence });
  };
  let at = 0;
  for (const text of whole ? [plain] : sentences(plain, language, abbreviations)) {
    const end = at + text.length;
    const [before = '', after = ''] = text.match(EDGES) ?? [];
    const [from, to] = [at + before.length, end - after.length];
    if (CONTENT.test(text)) {
      add(at, from, false);
      add(from, to, true);
      add(to, end, false);
    } else add(at, end, false);
    at = end;
  }
  const reader = new Reader(content);
  return ranges.map(({ from, to, sentence }) => ({
    sentence,
    plain: plain.slice(from, to),
    ...reader.take(to - from),
  }));
}

function plainOf(inline: Inline, index: number, all: readonly Inline[]): string {
  if (inline.type === 'text') return inline.text;
  if (inline.type === 'footnote') return ANCHOR;
  // Two line breaks in a row are an empty line: what follows begins anew.
  return all[index - 1]?.type === 'hardBreak' ? '\n' : ' ';
}

/** Hands out a content's inlines by length of their plain form, cutting texts where needed. */
class Reader {
  private index = 0;
  private offset = 0;

  constructor(private readonly content: readonly Inline[]) {}

  take(length: number): { inlines: Inline[]; continues: boolean } {
    const inlines: Inline[] = [];
    const continues = this.offset > 0;
    for (let left = length; left > 0;) {
      const inline = this.content[this.index];
      if (inline === undefined) break;
      if (inline.type !== 'text') {
        inlines.push(inline);
        this.index += 1;
        left -= 1;
        continue;
      }
      const text = inline.text.slice(this.offset, this.offset + left);
      inlines.push({ ...inline, text });
      left -= text.length;
      this.offset += text.length;
      if (this.offset === inline.text.length) [this.index, this.offset] = [this.index + 1, 0];
    }
    return { inlines, continues };
  }
}
