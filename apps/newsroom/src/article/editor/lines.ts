import type { Node } from '@tiptap/pm/model';
import type { WritingFinding, WritingLine } from '@desk/contracts';
import { wordsOf, stretchOf, type Stretch } from './anchors';

/** Every block of words of the document, under the path by which comments name it too. */
export function linesOf(document: Node): WritingLine[] {
  const lines: WritingLine[] = [];
  const walk = (node: Node, path: string): void => {
    node.forEach((child, _, index) => {
      const here = `${path}/${String(index)}`;
      if (!child.isTextblock) walk(child, here);
      else if (child.content.size > 0) lines.push({ path: here, words: wordsOf(child) });
    });
  };
  walk(document, 'body');
  return lines;
}

/** Where the words of a finding stand now; null when they stand there no more. */
export const stretchOfFinding = (
  document: Node,
  { path, from, to, words }: WritingFinding,
): Stretch | null =>
  path.startsWith('body/') ? stretchOf(document, { path, from, to, quote: words }) : null;
