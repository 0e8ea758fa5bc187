/** Gives the secret of a forgotten password's link at the moment when its letter is written. */
export abstract class ResetTokens {
  /** Null when the link would lead nowhere: used, too old, replaced. */
  abstract of(asked: { accountId: string; entryId: string }): Promise<string | null>;
}
