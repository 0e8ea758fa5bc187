/**
 * Why an engine gave no answer:
 * `busy` asks to wait; `failing` is its own fault; `unreachable`, `timeout`, `malformed`;
 * `refused`: it does not know our key; `quota`: what was paid for is used up; `pair`: it does
 * not know these languages; `too_long`; `rejected`: it cannot take this request.
 */
export const troubleKinds = [
  'busy',
  'failing',
  'unreachable',
  'timeout',
  'malformed',
  'refused',
  'quota',
  'pair',
  'too_long',
  'rejected',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** An engine did not translate. The message holds no key and nothing of the text. */
export class EngineTrouble extends Error {
  override readonly name = 'EngineTrouble';

  constructor(
    readonly kind: TroubleKind,
    message: string,
    /** How long the engine asks to be left alone. */
    readonly waitMs: number | null = null,
  ) {
    super(message);
  }
}

/** What may pass by itself within a minute, and is tried again. */
export const maybePasses = ({ kind }: EngineTrouble): boolean =>
  ['busy', 'failing', 'unreachable', 'timeout', 'malformed'].includes(kind);

/** What only a person can put right: asking again within the hour is of no use. */
export const needsPerson = ({ kind }: EngineTrouble): boolean =>
  kind === 'refused' || kind === 'quota';
