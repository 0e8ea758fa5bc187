/** A unit or currency: one name for all its forms, and the form that stands there. */
export interface Unit {
  readonly name: string;
  readonly text: string;
}

/** A number, date or time in a text. Two are the same when they share a key. */
export interface Quantity {
  readonly kind: 'number' | 'date' | 'time';
  readonly start: number;
  readonly end: number;
  /** As it is written there. */
  readonly text: string;
  readonly keys: readonly string[];
  /** What it is made of, when it finds nothing like itself on the other side: `9`, `5`, `2013`. */
  readonly parts: readonly Quantity[];
  /**
   * `firm` ones must be on the other side too; a `soft` one (`một`, `ba`, `first`) may mean
   * something else and only answers for a firm one.
   */
  readonly certainty: 'firm' | 'soft';
  /** Whether only digits answer for it: in `1-0`, or the day of a date. */
  readonly unspoken?: true;
  /** The unit or currency that stands with it. */
  readonly unit?: Unit;
  /** A date's order of day and month can be told from its form. */
  readonly calendar?: { readonly day: number; readonly month: number; readonly year: number };
}
