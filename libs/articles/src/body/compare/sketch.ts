/** The smallest hashes of a text's three-character pieces: texts with many in common are alike. */
export type Sketch = Uint32Array;

const SIZE = 48;
const MOST_CHARACTERS = 3_000;

export function sketch(text: string): Sketch {
  const folded = text
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .padEnd(text === '' ? 0 : 3);
  const hashes = new Uint32Array(Math.max(folded.length - 2, 0));
  for (let i = 0; i < hashes.length; i += 1) hashes[i] = hash(folded, i);
  hashes.sort();
  const smallest: number[] = [];
  for (const h of hashes) {
    if (h !== smallest.at(-1)) smallest.push(h);
    if (smallest.length === SIZE) break;
  }
  return Uint32Array.from(smallest);
}

/** From 0 (nothing in common) to 1: an estimate of the shared part of both texts' pieces. */
export function likeness(a: Sketch, b: Sketch): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  let seen = 0;
  while (seen < SIZE && (i < a.length || j < b.length)) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
    seen += 1;
  }
  return seen === 0 ? 0 : shared / seen;
}

function hash(text: string, at: number): number {
  let h = 0x811c9dc5;
  for (let k = at; k < at + 3; k += 1) h = Math.imul(h ^ text.charCodeAt(k), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
