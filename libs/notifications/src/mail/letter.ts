/** An e-mail as it is said, before it is addressed. */
export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** One click ends this kind of e-mail; null for those that cannot be ended. */
  readonly unsubscribe: string | null;
  /** What letters of one article refer to, so that mail programs keep them together. */
  readonly articleId: string | null;
}
