/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));

/** What one list has and the other has not, each of the other answering once. */
export function unanswered<Item>(
  items: readonly Item[],
  others: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const waiting = new Map<string, number>();
  for (const other of others) waiting.set(keyOf(other), (waiting.get(keyOf(other)) ?? 0) + 1);
  return items.filter((item) => {
    const count = waiting.get(keyOf(item)) ?? 0;
    waiting.set(keyOf(item), count - 1);
    return count <= 0;
  });
}
