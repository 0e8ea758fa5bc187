import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { noticeKindSchema } from '@desk/contracts';

/** What a person no longer wants to be mailed: one kind of notice, or the daily digest. */
export const unsubscribedSchema = z.union([noticeKindSchema, z.literal('digest')]);
export type Unsubscribed = z.infer<typeof unsubscribedSchema>;

const claimSchema = z.object({ accountId: z.uuid(), from: unsubscribedSchema });
type Claim = z.infer<typeof claimSchema>;

/** A token for the link in an e-mail: says whose e-mail of which kind is to end, signed. */
export function unsubscribeToken({ accountId, from }: Claim, secret: string): string {
  const said = Buffer.from(`${accountId} ${from}`).toString('base64url');
  return `${said}.${signature(said, secret).toString('base64url')}`;
}

/** What a token says; null for one that was not signed with this secret. */
export function readUnsubscribeToken(token: string, secret: string): Claim | null {
  const [said, signed, ...rest] = token.split('.');
  if (said === undefined || signed === undefined || rest.length > 0) return null;
  const given = Buffer.from(signed, 'base64url');
  const expected = signature(said, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [accountId, from] = Buffer.from(said, 'base64url').toString().split(' ');
  return claimSchema.safeParse({ accountId, from }).data ?? null;
}

const signature = (said: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`unsubscribe ${said}`).digest();
