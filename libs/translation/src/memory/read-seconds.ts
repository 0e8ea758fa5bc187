/** How many rows changed within a second, and the sum of their microseconds: who is in it. */
export interface SecondMark {
  readonly rows: number;
  readonly sum: number;
}

/**
 * Which rows of a table have been read, by the second in which they changed. A second that holds
 * the same number of rows with the same sum holds no row that was not read.
 */
export class ReadSeconds {
  private readonly marks = new Map<string, SecondMark>();

  /** A row was read that changed then, as the database writes it. */
  add(changedAt: string): void {
    const second = secondOf(changedAt);
    const { rows, sum } = this.marks.get(second) ?? nothing;
    this.marks.set(second, { rows: rows + 1, sum: sum + Number(changedAt.slice(20)) });
  }

  /** A second is about to be read again. */
  forget(second: string): void {
    this.marks.delete(second);
  }

  forgetBefore(second: string): void {
    for (const known of this.marks.keys()) if (known < second) this.marks.delete(known);
  }

  /**
   * The seconds since then in which stands what was not read. One that the table has no more is
   * forgotten: what stood in it is another now, or not to be seen by this reader.
   */
  unread(since: string, table: ReadonlyMap<string, SecondMark>): string[] {
    for (const known of this.marks.keys()) {
      if (known >= since && !table.has(known)) this.marks.delete(known);
    }
    return [...table.keys()].filter((second) => {
      const [known, there] = [this.marks.get(second), table.get(second)];
      return known?.rows !== there?.rows || known?.sum !== there?.sum;
    });
  }
}

const nothing: SecondMark = { rows: 0, sum: 0 };

/** `2026-02-03 04:05:06.000007` changed in the second `2026-02-03 04:05:06`. */
export const secondOf = (changedAt: string): string => changedAt.slice(0, 19);
