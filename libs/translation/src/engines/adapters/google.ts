import { z } from 'zod';
import type { Engine, EngineBatch, EngineText } from '../engine.js';
import type { EngineTrouble, TroubleKind } from '../engine-trouble.js';
import {
  askEngine,
  bodyOf,
  errorBody,
  troubleOf,
  type EngineAnswer,
} from '../exchange-with-engine.js';
import { fromTags, toTags, type TagStyle } from '../tagged-text.js';
import type { GoogleToken } from './google-token.js';

const style: TagStyle = { pair: 'span', lone: 'img', closesEmpty: false, answersUnescaped: false };

const translated = z.array(z.object({ translatedText: z.string() }));
const answerSchema = z.object({
  translations: translated,
  glossaryTranslations: translated.optional(),
});
const errorSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    message: z.string().default(''),
    details: z
      .array(
        z.looseObject({
          reason: z.string().optional(),
          retryDelay: z.string().optional(),
          metadata: z.record(z.string(), z.string()).optional(),
          fieldViolations: z.array(z.looseObject({ field: z.string().default('') })).optional(),
        }),
      )
      .default([]),
  }),
});

export interface GoogleSettings {
  /** `https://translation.googleapis.com`, or where a region is served. */
  readonly url: string;
  readonly project: string;
  /** Models and glossaries belong to a region; without them `global` does. */
  readonly location: string;
  /** A whole name, or the last part of it. */
  readonly model: string | null;
  readonly glossary: string | null;
  /** A token, or the account that gets one. */
  readonly auth: string | GoogleToken;
}

/** Google Cloud Translation v3, `projects.locations.translateText`. */
export class GoogleTranslation implements Engine {
  readonly name = 'google';
  readonly repeatsItself = true;
  readonly model: string;
  /** At most 1,024 texts; fewer than 30,000 characters are recommended. */
  readonly limits = { texts: 100, characters: 25_000 };
  private readonly place: string;

  constructor(private readonly settings: GoogleSettings) {
    this.model = settings.model ?? '';
    this.place = `projects/${settings.project}/locations/${settings.location}`;
  }

  charactersOf({ text }: EngineText): number {
    return toTags(text, style).length;
  }

  async translate(batch: EngineBatch, signal: AbortSignal): Promise<readonly (string | null)[]> {
    const { auth } = this.settings;
    let answer = await this.ask(batch, signal);
    if (answer.status === 401 && typeof auth !== 'string') {
      auth.forget();
      answer = await this.ask(batch, signal);
    }
    if (answer.status !== 200) throw troubleIn(answer);
    const { translations, glossaryTranslations } = bodyOf(answer, answerSchema);
    return (glossaryTranslations ?? translations).map((one) => fromTags(one.translatedText, style));
  }

  private async ask({ texts, from, to }: EngineBatch, signal: AbortSignal): Promise<EngineAnswer> {
    const { url, auth, model, glossary } = this.settings;
    const token = typeof auth === 'string' ? auth : await auth.current(signal);
    const json = {
      contents: texts.map(({ text }) => toTags(text, style)),
      mimeType: 'text/html',
      sourceLanguageCode: from,
      targetLanguageCode: to,
      ...(model === null ? {} : { model: this.named('models', model) }),
      ...(glossary === null
        ? {}
        : { glossaryConfig: { glossary: this.named('glossaries', glossary), ignoreCase: true } }),
    };
    const headers = { authorization: `Bearer ${token}` };
    return askEngine(`${url}/v3/${this.place}:translateText`, { headers, json }, signal);
  }

  private named(collection: string, id: string): string {
    return id.startsWith('projects/') ? id : `${this.place}/${collection}/${id}`;
  }
}

function troubleIn(answer: EngineAnswer): EngineTrouble {
  const said = errorBody(answer, errorSchema)?.error;
  if (!said) return troubleOf(answer);
  const delay = said.details.find((one) => one.retryDelay !== undefined)?.retryDelay;
  const seconds = Number(/^(\d{1,6}(?:\.\d+)?)s$/.exec(delay ?? '')?.[1] ?? NaN);
  return troubleOf(answer, {
    kind: kindIn(answer.status, said),
    code: said.status,
    waitMs: Number.isNaN(seconds) ? undefined : seconds * 1_000,
  });
}

type Said = z.infer<typeof errorSchema>['error'];

/** A quota of a day is used up; one of a minute comes back. */
function kindIn(status: number, { message, details }: Said): TroubleKind | undefined {
  const limits = details.map((one) => `${one.reason ?? ''} ${one.metadata?.quota_limit ?? ''}`);
  if (/dailyLimitExceeded|PerDay/i.test(limits.join(' ') + message)) return 'quota';
  if (status === 403 && /rate limit|userRateLimitExceeded/i.test(message)) return 'busy';
  if (status !== 400) return undefined;
  const fields = details.flatMap((one) => one.fieldViolations ?? []).map(({ field }) => field);
  if (fields.some((field) => /language_code/i.test(field)) || /language/i.test(message)) {
    return 'pair';
  }
  return /too long|too large/i.test(message) ? 'too_long' : undefined;
}
