import { createVerify, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import type { Answer, Asked, Protocol } from './engine-server.js';
import { translated } from './phrases.js';

const requestSchema = z.strictObject({
  contents: z.array(z.string()).min(1).max(1_024),
  mimeType: z.enum(['text/html', 'text/plain']),
  sourceLanguageCode: z.string(),
  targetLanguageCode: z.string(),
  model: z.string().optional(),
  glossaryConfig: z.strictObject({ glossary: z.string(), ignoreCase: z.boolean() }).optional(),
});
const claimsSchema = z.object({
  iss: z.string(),
  scope: z.literal('https://www.googleapis.com/auth/cloud-translation'),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});
/** More is refused: `Text is too long.` */
const MOST_CODEPOINTS = 30_720;

/** Google Cloud Translation v3 and its token endpoint, with one service account. */
export class GoogleProtocol implements Protocol {
  readonly project = 'mekong-desk';
  /** Terms of the glossary `projects/…/locations/us-central1/glossaries/toa-soan`. */
  readonly glossary = new Map([['Uỷ ban nhân dân', 'People’s Committee']]);
  private readonly pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  private issued = 0;
  private live = '';

  readonly errors = {
    busy: (seconds?: number): Answer =>
      refusal(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric', [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: { quota_limit: 'V3PerMinutePerProjectPerUser' },
        },
        ...(seconds === undefined
          ? []
          : [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${seconds}s` }]),
      ]),
    quota: (): Answer =>
      refusal(403, 'PERMISSION_DENIED', 'Daily Limit Exceeded', [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'dailyLimitExceeded',
          domain: 'usageLimits',
        },
      ]),
    failing: (): Answer => refusal(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
  };

  /** The key file of the account, as Google's console gives it. */
  accountFile(url: string): string {
    return JSON.stringify({
      type: 'service_account',
      project_id: this.project,
      private_key_id: 'a1b2',
      private_key: this.pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: 'desk@mekong-desk.iam.gserviceaccount.example',
      token_uri: `${url}/token`,
    });
  }

  /** Tokens given out until now are not taken any more. */
  revoke(): void {
    this.live = '';
  }

  answer(asked: Asked): Answer {
    return asked.path === '/token' ? this.token(asked) : this.translate(asked);
  }

  private token({ text }: Asked): Answer {
    const form = new URLSearchParams(text);
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header}.${claims}`)
      .verify(this.pair.publicKey, signature, 'base64url');
    const read = claimsSchema.safeParse(jsonOf(Buffer.from(claims, 'base64url').toString()));
    const isGrant = form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    const lasts = read.success ? read.data.exp - read.data.iat : 0;
    if (!isGrant || !isSigned || !read.success || lasts > 3_600) {
      const body = { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' };
      return { status: 400, body };
    }
    this.issued += 1;
    this.live = `ya29.${this.issued}`;
    return {
      status: 200,
      body: { access_token: this.live, expires_in: 3_599, token_type: 'Bearer' },
    };
  }

  private translate({ method, path, headers, text }: Asked): Answer {
    const place = /^\/v3\/projects\/([\w-]+)\/locations\/([\w-]+):translateText$/.exec(path);
    if (method !== 'POST' || !place) return { status: 404, body: '<!DOCTYPE html>' };
    if (this.live === '' || headers.authorization !== `Bearer ${this.live}`) {
      return refusal(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    }
    if (place[1] !== this.project) return refusal(403, 'PERMISSION_DENIED', 'Permission denied');
    const read = requestSchema.safeParse(jsonOf(text));
    if (!read.success) return refusal(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.');
    const { contents, sourceLanguageCode, targetLanguageCode, glossaryConfig } = read.data;
    const [from, to] = [sourceLanguageCode, targetLanguageCode].map((one) =>
      languageSchema.safeParse(one),
    );
    if (!from?.success || !to?.success) {
      return refusal(400, 'INVALID_ARGUMENT', 'Target language is invalid.', [
        {
          '@type': 'type.googleapis.com/google.rpc.BadRequest',
          fieldViolations: [{ field: 'target_language_code', description: 'invalid' }],
        },
      ]);
    }
    if ([...contents.join('')].length > MOST_CODEPOINTS) {
      return refusal(400, 'INVALID_ARGUMENT', 'Text is too long.');
    }
    const translations = contents.map((one) => asItAnswers(translated(one, from.data, to.data)));
    if (!glossaryConfig) return { status: 200, body: { translations: these(translations) } };
    const name = `projects/${this.project}/locations/us-central1/glossaries/toa-soan`;
    if (place[2] !== 'us-central1' || glossaryConfig.glossary !== name) {
      return refusal(404, 'NOT_FOUND', 'Glossary not found.');
    }
    const withTerms = contents.map((one) => {
      const said = [...this.glossary].reduce((so, [term, way]) => so.replaceAll(term, way), one);
      return asItAnswers(translated(said, from.data, to.data));
    });
    return {
      status: 200,
      body: { translations: these(translations), glossaryTranslations: these(withTerms) },
    };
  }
}

const these = (texts: readonly string[]) => texts.map((translatedText) => ({ translatedText }));

function refusal(
  code: number,
  status: string,
  message: string,
  details: readonly unknown[] = [],
): Answer {
  return { status: code, body: { error: { code, message, status, details } } };
}

/** Quotation marks come back as entities. */
const asItAnswers = (html: string): string =>
  html.replace(
    /(<[^>]*>)|['"]/g,
    (sign, tag?: string) => tag ?? (sign === "'" ? '&#39;' : '&quot;'),
  );

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
