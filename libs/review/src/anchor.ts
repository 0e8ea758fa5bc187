import { inlinesToText, type EditionText } from '@desk/articles';
import type { CommentAnchor, Inline } from '@desk/contracts';

/** A node of the body, as far as the way down to its words needs it. */
interface Node {
  readonly type: string;
  readonly content?: readonly (Node | Inline)[] | undefined;
  readonly attrs?: object | undefined;
}

/** Whether the anchor's quote stands at its place in this text. */
export function anchorHolds(
  text: Pick<EditionText, 'title' | 'summary' | 'body'>,
  anchor: CommentAnchor,
): boolean {
  const line = textAt(text, anchor.path);
  return line !== null && line.slice(anchor.from, anchor.to) === anchor.quote;
}

/** The text at a path of an anchor; null when the path leads nowhere. */
export function textAt(
  text: Pick<EditionText, 'title' | 'summary' | 'body'>,
  path: string,
): string | null {
  if (path === 'title') return text.title;
  if (path === 'summary') return text.summary;
  const [root, ...steps] = path.split('/');
  return root === 'body' ? follow(text.body, steps) : null;
}

function follow(node: Node, steps: readonly string[]): string | null {
  const [step, ...rest] = steps;
  if (step === undefined) return wordsOf(node);
  if (!/^\d+$/.test(step)) return rest.length === 0 ? attributeOf(node, step) : null;
  const child = node.content?.[Number(step)];
  return child && !isInline(child) ? follow(child, rest) : null;
}

/** The words of a node that holds words; null of one that holds other blocks. */
function wordsOf(node: Node): string | null {
  const inlines = node.content?.filter(isInline) ?? [];
  return inlines.length === (node.content?.length ?? 0) ? inlinesToText(inlines) : null;
}

function attributeOf(node: Node, name: string): string | null {
  const found = Object.entries(node.attrs ?? {}).find(([key]) => key === name);
  return typeof found?.[1] === 'string' ? found[1] : null;
}

const isInline = (node: Node | Inline): node is Inline =>
  node.type === 'text' || node.type === 'hardBreak' || node.type === 'footnote';
