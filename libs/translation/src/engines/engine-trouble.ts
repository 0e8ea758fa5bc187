import { troubleKinds, type TroubleKind } from '@desk/contracts';

export { troubleKinds, type TroubleKind };

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
