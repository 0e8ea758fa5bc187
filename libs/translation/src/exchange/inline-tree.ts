import { codeTokens } from '../segments/code-text.js';

/** A text as formats with nested elements write it. */
export type InlineNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'pair'; readonly id: number; readonly children: InlineNode[] }
  | { readonly type: 'lone'; readonly id: number }
  /** One end of a pair that crosses another one. */
  | { readonly type: 'start' | 'end'; readonly id: number; readonly pair: number }
  /** One end of a pair whose other end is not there. */
  | { readonly type: 'orphanStart' | 'orphanEnd'; readonly id: number };

/**
 * The written form as a tree. Drafts may be broken: pairs that cross, ends that are missing,
 * placeholders used twice; all of it finds its place. `apart`: pairs written as two ends even
 * though they would nest.
 */
export function inlineTree(codeText: string, apart: (id: number) => boolean = never): InlineNode[] {
  const tokens = codeTokens(codeText);
  const partner = partners(tokens);
  const root: InlineNode[] = [];
  const open: { close: number; children: InlineNode[] }[] = [];
  tokens.forEach((token, index) => {
    const children = open.at(-1)?.children ?? root;
    const other = partner.get(index);
    if (token.type === 'text') children.push({ type: 'text', text: token.text });
    else if (token.type === 'lone') children.push({ type: 'lone', id: token.id });
    else if (other === undefined) {
      children.push({ type: token.type === 'open' ? 'orphanStart' : 'orphanEnd', id: token.id });
    } else if (other.crossed || apart(token.id)) {
      const [type, pair] = token.type === 'open' ? ['start', index] : ['end', other.index];
      children.push({ type: type === 'start' ? 'start' : 'end', id: token.id, pair: Number(pair) });
    } else if (token.type === 'open') {
      const node = { type: 'pair' as const, id: token.id, children: [] };
      children.push(node);
      open.push({ close: other.index, children: node.children });
    } else open.pop();
  });
  return root;
}

const never = () => false;

interface Partner {
  readonly index: number;
  crossed: boolean;
}

/** For each end of a pair where the other one is, and whether the pair crosses another. */
function partners(tokens: readonly { type: string; id?: number }[]): Map<number, Partner> {
  const found = new Map<number, Partner>();
  const open: number[] = [];
  const pairs: [number, number][] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'open') open.push(index);
    if (token.type !== 'close') return;
    const at = open.findLastIndex((start) => tokens[start]?.id === token.id);
    const start = open[at];
    if (start === undefined) return;
    open.splice(at, 1);
    pairs.push([start, index]);
    found.set(start, { index, crossed: false });
    found.set(index, { index: start, crossed: false });
  });
  for (const [start, end] of pairs) {
    const crosses = pairs.some(([a, b]) => (a < start && start < b && b < end) || false);
    if (!crosses) continue;
    for (const index of [start, end]) {
      const partner = found.get(index);
      if (partner) partner.crossed = true;
    }
  }
  return found;
}

/** The ids of pairs that cannot be written as one element each. */
export function crossedIds(codeText: string): Set<number> {
  const ids = new Set<number>();
  const walk = (nodes: readonly InlineNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'pair') walk(node.children);
      else if (node.type !== 'text' && node.type !== 'lone') ids.add(node.id);
    }
  };
  walk(inlineTree(codeText));
  return ids;
}
