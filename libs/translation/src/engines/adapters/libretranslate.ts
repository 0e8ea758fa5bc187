import { z } from 'zod';
import type { Engine, EngineBatch, EngineText } from '../engine.js';
import type { EngineTrouble } from '../engine-trouble.js';
import {
  askEngine,
  bodyOf,
  errorBody,
  troubleOf,
  type EngineAnswer,
} from '../exchange-with-engine.js';
import { fromTags, toTags, type TagStyle } from '../tagged-text.js';

/** Marks as HTML; LibreTranslate hands its whole answer through `unescape`. */
const style: TagStyle = { pair: 'span', lone: 'img', closesEmpty: false, answersUnescaped: true };

const answerSchema = z.object({ translatedText: z.array(z.string()) });
const errorSchema = z.object({ error: z.string() });

/** LibreTranslate, our own or another's (docs.libretranslate.com, `POST /translate`). */
export class LibreTranslate implements Engine {
  readonly name = 'libretranslate';
  readonly repeatsItself = true;
  readonly model = '';
  /** Its own limits are the operator's: 2,000 characters a text are usual for public ones. */
  readonly limits = { texts: 25, characters: 20_000 };

  constructor(
    private readonly url: string,
    private readonly key: string | null,
  ) {}

  charactersOf({ text }: EngineText): number {
    return toTags(text, style).length;
  }

  async translate(
    { texts, from, to }: EngineBatch,
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    const json = {
      q: texts.map(({ text }) => toTags(text, style)),
      source: from,
      target: to,
      format: 'html',
      ...(this.key === null ? {} : { api_key: this.key }),
    };
    const answer = await askEngine(`${this.url}/translate`, { headers: {}, json }, signal);
    if (answer.status !== 200) throw troubleIn(answer);
    const { translatedText } = bodyOf(answer, answerSchema);
    return translatedText.map((text) => fromTags(text, style));
  }
}

/** It tells the reasons of a 400 apart in words alone, which follow the caller's language: English. */
function troubleIn(answer: EngineAnswer): EngineTrouble {
  const said = errorBody(answer, errorSchema)?.error ?? '';
  if (answer.status !== 400) return troubleOf(answer);
  if (/is not supported|not available as a target/.test(said)) {
    return troubleOf(answer, { kind: 'pair' });
  }
  if (said.includes('exceeds text limit')) return troubleOf(answer, { kind: 'too_long' });
  if (said.includes('API key')) return troubleOf(answer, { kind: 'refused' });
  return troubleOf(answer);
}
