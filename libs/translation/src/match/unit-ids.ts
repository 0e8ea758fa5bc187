import { grown } from './growing.js';

/**
 * Ids of units (UUIDs) and the handles that they have in the index: sixteen bytes an id and an
 * open hash table, where a map of strings would take ten times as much.
 */
export class UnitIds {
  private words = new Uint32Array(1 << 12);
  /** Handle + 1; 0 is free, and what was removed stays as a stone that is stepped over. */
  private table = new Uint32Array(1 << 11);
  private used = 0;
  private held = 0;
  private readonly free: number[] = [];
  private next = 0;

  get size(): number {
    return this.held;
  }

  get bytes(): number {
    return this.words.byteLength + this.table.byteLength;
  }

  /** The handle of an id, or -1. */
  find(id: string): number {
    const place = this.placeOf(partsOf(id));
    return place < 0 ? -1 : (this.table[place] ?? 0) - 1;
  }

  /** Gives a new id a handle. */
  take(id: string): number {
    if ((this.used + 1) * 2 > this.table.length) this.rehash();
    const parts = partsOf(id);
    const handle = this.free.pop() ?? this.next;
    if (handle === this.next) this.next += 1;
    this.words = grown(this.words, (handle + 1) * 4);
    this.words.set(parts, handle * 4);
    this.seat(handle);
    this.held += 1;
    return handle;
  }

  release(id: string): void {
    const place = this.placeOf(partsOf(id));
    if (place < 0) return;
    this.free.push((this.table[place] ?? 0) - 1);
    this.table[place] = STONE;
    this.held -= 1;
  }

  idOf(handle: number): string {
    const hex = Array.from(this.words.subarray(handle * 4, handle * 4 + 4), (word) =>
      word.toString(16).padStart(8, '0'),
    ).join('');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  }

  /** Whether one id comes after another; UUIDv7 made later come after. */
  isLater(one: number, other: number): boolean {
    for (let word = 0; word < 4; word += 1) {
      const difference = (this.words[one * 4 + word] ?? 0) - (this.words[other * 4 + word] ?? 0);
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private placeOf(parts: Uint32Array): number {
    const mask = this.table.length - 1;
    for (let place = slotOf(parts) & mask; ; place = (place + 1) & mask) {
      const entry = this.table[place] ?? 0;
      if (entry === 0) return -1;
      if (entry !== STONE && this.holds(entry - 1, parts)) return place;
    }
  }

  private holds(handle: number, parts: Uint32Array): boolean {
    for (let word = 0; word < 4; word += 1) {
      if (this.words[handle * 4 + word] !== parts[word]) return false;
    }
    return true;
  }

  private seat(handle: number): void {
    const mask = this.table.length - 1;
    let place = slotOf(this.words.subarray(handle * 4, handle * 4 + 4)) & mask;
    while (this.table[place] !== 0) place = (place + 1) & mask;
    this.table[place] = handle + 1;
    this.used += 1;
  }

  private rehash(): void {
    const old = this.table;
    this.table = new Uint32Array(this.held * 4 > old.length ? old.length * 2 : old.length);
    this.used = 0;
    for (const entry of old) if (entry !== 0 && entry !== STONE) this.seat(entry - 1);
  }
}

const STONE = 0xffffffff;

function partsOf(id: string): Uint32Array {
  const hex = id.replaceAll('-', '');
  return Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(hex.slice(at, at + 8), 16));
}

function slotOf(parts: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (const part of parts) hash = Math.imul(hash ^ part, 0x01000193) ^ (hash >>> 15);
  return hash >>> 0;
}
