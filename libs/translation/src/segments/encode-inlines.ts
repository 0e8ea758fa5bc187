import type { Footnote, Inline, Mark } from '@desk/contracts';
import { codeInCodeText, textInCodeText } from './code-text.js';
import type { Code } from './segment.js';

/** A sentence as text with placeholders, and what these stand for. */
export interface EncodedInlines {
  readonly source: string;
  readonly codes: readonly Code[];
  /** The marks and nodes of the source behind the codes, by their ids. */
  readonly originals: ReadonlyMap<number, Mark | Exclude<Inline, { type: 'text' }>>;
}

interface OpenMark {
  readonly id: number;
  readonly key: string;
  readonly end: number;
}

/**
 * Marks become paired codes, the longest outermost, so that a link with a bold word in it stays
 * one link. Hard breaks and footnotes become lone codes; a mark goes on across them.
 */
export function encodeInlines(
  inlines: readonly Inline[],
  placeOf: (footnote: Footnote) => string,
): EncodedInlines {
  const codes: Code[] = [];
  const originals = new Map<number, Mark | Exclude<Inline, { type: 'text' }>>();
  const ends = markEnds(inlines);
  const open: OpenMark[] = [];
  let source = '';

  const closeFrom = (depth: number) => {
    for (const mark of open.splice(depth).reverse()) source += codeInCodeText('close', mark.id);
  };
  const nextId = () => codes.length + 1;

  inlines.forEach((inline, index) => {
    const ended = open.findIndex((mark) => mark.end < index);
    if (ended !== -1) closeFrom(ended);
    if (inline.type !== 'text') {
      const id = nextId();
      codes.push(
        inline.type === 'hardBreak'
          ? { id, type: 'hardBreak' }
          : { id, type: 'footnote', place: placeOf(inline) },
      );
      originals.set(id, inline);
      source += codeInCodeText('lone', id);
      return;
    }
    const opening = [...(ends[index] ?? [])]
      .filter(([key]) => !open.some((mark) => mark.key === key))
      .sort(([, one], [, other]) => other.end - one.end);
    for (const [key, { mark, end }] of opening) {
      const id = nextId();
      codes.push(mark.type === 'link' ? { id, ...mark } : { id, type: mark.type });
      originals.set(id, mark);
      open.push({ id, key, end });
      source += codeInCodeText('open', id);
    }
    source += textInCodeText(inline.text);
  });
  closeFrom(0);
  return { source, codes, originals };
}

type MarkEnds = Map<string, { mark: Mark; end: number }>;

/** For each text its marks, and the last text up to which each goes on. */
function markEnds(inlines: readonly Inline[]): MarkEnds[] {
  const ends: MarkEnds[] = [];
  let following: MarkEnds = new Map();
  for (let index = inlines.length - 1; index >= 0; index -= 1) {
    const inline = inlines[index];
    const own: MarkEnds = new Map();
    ends[index] = own;
    if (inline?.type !== 'text') continue;
    for (const mark of inline.marks ?? []) {
      const key = markKey(mark);
      own.set(key, { mark, end: following.get(key)?.end ?? index });
    }
    following = own;
  }
  return ends;
}

export function markKey(mark: Mark): string {
  return mark.type === 'link'
    ? JSON.stringify([mark.attrs.href, mark.attrs.title ?? null])
    : mark.type;
}
