import { createSign } from 'node:crypto';
import { z } from 'zod';
import { EngineTrouble } from '../engine-trouble.js';
import { askEngine, bodyOf, errorBody, troubleOf } from '../exchange-with-engine.js';

/** The parts of a service account's key file that are used. */
export const serviceAccountSchema = z.object({
  client_email: z.string().min(3),
  private_key: z.string().includes('PRIVATE KEY'),
  private_key_id: z.string().optional(),
  token_uri: z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'),
  project_id: z.string().optional(),
});
export type ServiceAccount = z.infer<typeof serviceAccountSchema>;

const SCOPE = 'https://www.googleapis.com/auth/cloud-translation';
const ASSERTION_SECONDS = 3_600;
/** A token is not used in its last minute: it might end on the way. */
const MARGIN_MS = 60_000;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const errorSchema = z.object({ error: z.string() });

/**
 * Access tokens of a service account: a signed assertion is exchanged for one that lasts an
 * hour (developers.google.com/identity/protocols/oauth2/service-account, HTTP/REST).
 */
export class GoogleToken {
  private known: { token: string; untilMs: number } | undefined;

  constructor(private readonly account: ServiceAccount) {}

  async current(signal: AbortSignal): Promise<string> {
    if (this.known && this.known.untilMs > Date.now()) return this.known.token;
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: this.assertion(),
    });
    const answer = await askEngine(this.account.token_uri, { headers: {}, form }, signal);
    if (answer.status !== 200) {
      const code = errorBody(answer, errorSchema)?.error;
      throw troubleOf(answer, { code, kind: answer.status < 429 ? 'refused' : undefined });
    }
    const { access_token: token, expires_in: seconds } = bodyOf(answer, tokenSchema);
    this.known = { token, untilMs: Date.now() + seconds * 1_000 - MARGIN_MS };
    return token;
  }

  /** Google does not take it any more. */
  forget(): void {
    this.known = undefined;
  }

  private assertion(): string {
    const { client_email: issuer, private_key: key, private_key_id: kid } = this.account;
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer,
      scope: SCOPE,
      aud: this.account.token_uri,
      iat: now,
      exp: now + ASSERTION_SECONDS,
    };
    const signed = [{ alg: 'RS256', typ: 'JWT', ...(kid && { kid }) }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    try {
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
    } catch {
      throw new EngineTrouble('refused', 'the key of the service account cannot sign');
    }
  }
}
