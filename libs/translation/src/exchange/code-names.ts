import type { CodeKind, ExchangeInline } from './exchange-file.js';

/**
 * Numbers for the codes of a unit, whatever a file calls them. Our files use our numbers, and
 * where a number stands once more in a broken draft, `3.x1`.
 */
export class CodeNames {
  private readonly numbers = new Map<string, number>();
  private readonly used = new Set<number>();
  private readonly found = new Map<number, ExchangeInline>();
  private next = 1;

  /** All names of the unit first, so that a number is not given to another name. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const number = ownNumber(name);
      if (number === null) continue;
      this.numbers.set(name, number);
      this.used.add(number);
    }
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    while (this.used.has(this.next)) this.next += 1;
    this.used.add(this.next);
    this.numbers.set(name, this.next);
    return this.next;
  }

  /** What is told of a code; the first to tell is believed. */
  describe(id: number, kind: CodeKind, start: string, end: string): void {
    const known = this.found.get(id);
    if (known === undefined) this.found.set(id, { id, kind, start, end });
    else if (known.end === '' && end !== '') this.found.set(id, { ...known, end });
  }

  get codes(): ExchangeInline[] {
    return [...this.found.values()].sort((one, other) => one.id - other.id);
  }
}

function ownNumber(name: string): number | null {
  const digits = /^([1-9]\d{0,5})(?:\.x\d+)?$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}
