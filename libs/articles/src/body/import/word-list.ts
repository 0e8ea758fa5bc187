import type { BulletList, Inline, ListItem, OrderedList } from '@desk/contracts';

/** Lists do not nest deeper: what is deeper joins the fifth level. */
export const MAX_LIST_LEVELS = 5;

export interface WordItem {
  readonly level: number;
  readonly marker: string;
  readonly paragraphs: Inline[][];
}

type List = BulletList | OrderedList;

/** Word writes a list as paragraphs with a level and a drawn marker; this makes the lists again. */
export function listsOfWord(items: readonly WordItem[]): List[] {
  const lists: List[] = [];
  const open: List[] = [];
  for (const { level, marker, paragraphs } of items) {
    const wanted = Math.min(Math.max(level, 1), MAX_LIST_LEVELS);
    const ordered = isNumber(marker);
    while (open.length > wanted) open.pop();
    if (open.length === wanted && (open.at(-1)?.type === 'orderedList') !== ordered) open.pop();
    const item: ListItem = {
      type: 'listItem',
      content: paragraphs.map((content) => ({ type: 'paragraph', content })),
    };
    const current = open.at(-1);
    if (current !== undefined && (open.length === wanted || current.content.length === 0)) {
      current.content.push(item);
      continue;
    }
    const list: List = ordered
      ? { type: 'orderedList', attrs: { start: firstNumber(marker) }, content: [item] }
      : { type: 'bulletList', content: [item] };
    const parent = current?.content.at(-1);
    if (parent === undefined) lists.push(list);
    else parent.content.push(list);
    open.push(list);
  }
  return lists;
}

/** A marker typed as plain text at the beginning of a list paragraph. */
export const typedMarker = /^\s*(?:[·•▪◦§–-]|o(?=\s)|\(?(?:\d{1,4}|[a-z])[.)])[\s\u00a0]+/i;

function isNumber(marker: string): boolean {
  return /^[\s\u00a0(]*(\d{1,4}|[a-z]{1,5})[.)]/i.test(marker);
}

function firstNumber(marker: string): number {
  return Number(/\d{1,4}/.exec(marker)?.[0] ?? '1');
}
