import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits of chance, as text fit for cookies and addresses. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What of a secret is kept: SHA-256, hex. Enough for secrets that are chance themselves. */
export const secretHash = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(secretHash(a)), Buffer.from(secretHash(b)));

/**
 * The token of a password reset, made again from the row's id wherever it is needed: it is
 * stored nowhere, and stands in no ledger, queue or log.
 */
export const resetTokenFor = (resetId: string, secret: string): string =>
  `${resetId}.${createHmac('sha256', secret).update(`password-reset ${resetId}`).digest('base64url')}`;
