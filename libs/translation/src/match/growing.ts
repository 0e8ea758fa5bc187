type Grows = Uint8Array | Uint16Array | Uint32Array;

/** The array, or a copy twice as large when it holds fewer than `length`. */
export function grown<T extends Grows>(array: T, length: number): T;
export function grown(array: Grows, length: number): Grows {
  if (length <= array.length) return array;
  const size = Math.max(length, array.length * 2);
  if (array instanceof Uint8Array) {
    const larger = new Uint8Array(size);
    larger.set(array);
    return larger;
  }
  if (array instanceof Uint16Array) {
    const larger = new Uint16Array(size);
    larger.set(array);
    return larger;
  }
  const larger = new Uint32Array(size);
  larger.set(array);
  return larger;
}
