import type { Quantity } from './quantity.js';

/** Something firm that has no counterpart; `whole` is the date or row that it is part of. */
export interface Unmatched {
  readonly quantity: Quantity;
  readonly whole: Quantity;
}

export interface QuantityMatch {
  readonly pairs: readonly { readonly source: Quantity; readonly target: Quantity }[];
  readonly missing: readonly Unmatched[];
  readonly invented: readonly Unmatched[];
}

interface Piece extends Unmatched {
  used: boolean;
}

/**
 * Finds a counterpart for every firm quantity of both sides, each used once: first among the firm
 * ones, then part by part, and at last among words that may say a number.
 */
export function matchQuantities(
  source: readonly Quantity[],
  target: readonly Quantity[],
): QuantityMatch {
  const pairs: { source: Quantity; target: Quantity }[] = [];
  const pieces = (all: readonly Quantity[]): Piece[] =>
    all.map((quantity) => ({ quantity, whole: quantity, used: false }));
  const join = (left: readonly Piece[], right: readonly Piece[], keep: boolean) => {
    const waiting = new Map<string, Piece[]>();
    for (const piece of right) {
      for (const key of piece.quantity.keys) {
        const others = waiting.get(key);
        if (others) others.push(piece);
        else waiting.set(key, [piece]);
      }
    }
    for (const list of waiting.values()) list.reverse();
    for (const piece of left) {
      if (piece.used) continue;
      for (const key of piece.quantity.keys) {
        const list = waiting.get(key);
        while (list?.at(-1)?.used) list.pop();
        const other = list?.pop();
        if (!other) continue;
        piece.used = true;
        other.used = true;
        if (keep) pairs.push({ source: piece.quantity, target: other.quantity });
        break;
      }
    }
  };
  const from = pieces(source);
  const to = pieces(target);
  const firm = (all: readonly Piece[]) =>
    all.filter(({ quantity }) => quantity.certainty === 'firm');
  const soft = (all: readonly Piece[]) =>
    all.filter(({ quantity }) => quantity.certainty === 'soft');
  join(firm(from), firm(to), true);

  const apart = (all: readonly Piece[]): Piece[] =>
    all.flatMap((piece) =>
      piece.used || piece.quantity.parts.length === 0
        ? [piece]
        : piece.quantity.parts.map((part) => ({
            quantity: part,
            whole: piece.quantity,
            used: false,
          })),
    );
  const [fromParts, toParts] = [apart(from), apart(to)];
  join(firm(fromParts), firm(toParts), false);
  // Words that answer for each other cannot answer for a number besides; `a` and `một` say little.
  const telling = (all: readonly Piece[]) =>
    soft(all).filter(({ quantity }) => !quantity.keys.includes('1e0'));
  join(telling(fromParts), telling(toParts), false);
  const spoken = (all: readonly Piece[]) =>
    firm(all).filter(({ quantity }) => quantity.unspoken !== true);
  join(spoken(fromParts), soft(toParts), false);
  join(spoken(toParts), soft(fromParts), false);
  const left = (all: readonly Piece[]): Unmatched[] =>
    firm(all).flatMap(({ used, quantity, whole }) => (used ? [] : [{ quantity, whole }]));
  return { pairs, missing: left(fromParts), invented: left(toParts) };
}
