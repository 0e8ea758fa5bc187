import type { DroppedKind, ImportedBody } from '@desk/contracts';

/** Counts what an import leaves out. */
export class Dropped {
  private readonly counts = new Map<DroppedKind, number>();

  add(what: DroppedKind, count = 1): void {
    if (count > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  list(): ImportedBody['dropped'] {
    return [...this.counts]
      .map(([what, count]) => ({ what, count }))
      .sort((a, b) => (a.what < b.what ? -1 : 1));
  }
}
