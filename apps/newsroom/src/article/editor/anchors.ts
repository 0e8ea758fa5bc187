import type { Node } from '@tiptap/pm/model';
import type { CommentAnchor } from '@desk/contracts';

/** A stretch of the editor's document, in its own places. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What counts in a line of words: a letter its units, a line break one, a footnote nothing. */
const unitsOf = (node: Node): number =>
  node.isText ? node.nodeSize : node.type.name === 'hardBreak' ? 1 : 0;

/**
 * The place of a stretch of words as comments keep it. Null when it is empty or reaches over
 * several blocks.
 */
export function anchorOf(document: Node, { from, to }: Stretch): CommentAnchor | null {
  const [start, end] = [document.resolve(from), document.resolve(to)];
  if (from >= to || !start.sameParent(end) || !start.parent.isTextblock) return null;
  const steps = Array.from({ length: start.depth }, (_, depth) => start.index(depth));
  const [first, last] = [
    unitsBefore(start.parent, start.parentOffset),
    unitsBefore(start.parent, end.parentOffset),
  ];
  const quote = wordsOf(start.parent).slice(first, last);
  if (quote === '' || quote.length > 2_000) return null;
  return { path: ['body', ...steps].join('/'), from: first, to: last, quote };
}

/** Where the words of an anchor stand: at its place, or where they have moved to. */
export function stretchOf(document: Node, anchor: CommentAnchor): Stretch | null {
  const at = blockAt(document, anchor.path);
  if (at && wordsOf(at.block).slice(anchor.from, anchor.to) === anchor.quote) {
    return within(at, anchor.from, anchor.to);
  }
  return stretchOfWords(document, anchor.quote);
}

/** Where these words stand first. */
export function stretchOfWords(document: Node, words: string): Stretch | null {
  let found: Stretch | null = null;
  document.descendants((block, place) => {
    if (found || !block.isTextblock) return !found;
    const from = wordsOf(block).indexOf(words);
    if (from >= 0) found = within({ block, place: place + 1 }, from, from + words.length);
    return false;
  });
  return found;
}

interface Block {
  readonly block: Node;
  /** Where its content begins in the document. */
  readonly place: number;
}

function blockAt(document: Node, path: string): Block | null {
  const [root, ...steps] = path.split('/');
  if (root !== 'body') return null;
  let [block, place] = [document, 0];
  for (const step of steps) {
    const index = Number(step);
    if (!Number.isInteger(index) || index >= block.childCount) return null;
    for (let before = 0; before < index; before += 1) place += block.child(before).nodeSize;
    block = block.child(index);
    place += 1;
  }
  return block.isTextblock ? { block, place } : null;
}

export const wordsOf = (block: Node): string => {
  let words = '';
  block.forEach((node) => {
    words += node.isText ? (node.text ?? '') : node.type.name === 'hardBreak' ? '\n' : '';
  });
  return words;
};

function unitsBefore(block: Node, offset: number): number {
  let units = 0;
  block.forEach((node, start) => {
    if (start >= offset) return;
    units += node.isText ? Math.min(node.nodeSize, offset - start) : unitsOf(node);
  });
  return units;
}

/** Units of a block's words as places of the document. */
function within({ block, place }: Block, from: number, to: number): Stretch {
  const placeOf = (wanted: number): number => {
    let [units, at] = [0, block.content.size];
    let done = false;
    block.forEach((node, start) => {
      if (done) return;
      const here = unitsOf(node);
      if (units + here >= wanted && here > 0) {
        at = start + (node.isText ? wanted - units : wanted > units ? node.nodeSize : 0);
        done = true;
      }
      units += here;
    });
    return place + at;
  };
  return { from: placeOf(from), to: placeOf(to) };
}
