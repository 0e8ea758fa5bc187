import { z } from 'zod';
import type { Language } from '@desk/languages';
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
import { DeepLGlossary } from './deepl-glossary.js';

const style: TagStyle = { pair: 'g', lone: 'x', closesEmpty: true, answersUnescaped: false };

/** DeepL wants to be told which English it is to write. */
const targets: Readonly<Record<Language, string>> = { vi: 'VI', en: 'EN-US', km: 'KM' };

const answerSchema = z.object({ translations: z.array(z.object({ text: z.string() })) });
const errorSchema = z.object({ message: z.string(), detail: z.string().optional() });

export interface DeepLSettings {
  /** `https://api.deepl.com`; keys that end in `:fx` belong to `https://api-free.deepl.com`. */
  readonly url: string;
  readonly key: string;
  /** A glossary that somebody keeps at DeepL's; null: ours is kept there. */
  readonly glossary: string | null;
}

/** DeepL, version 2 of its API; glossaries by version 3. */
export class DeepL implements Engine {
  readonly name = 'deepl';
  readonly repeatsItself = true;
  readonly model = '';
  /** At most 50 texts, and 128 KiB a request: Khmer takes three bytes a character. */
  readonly limits = { texts: 50, characters: 30_000 };
  private readonly headers: Readonly<Record<string, string>>;
  private readonly ours: DeepLGlossary;

  constructor(private readonly settings: DeepLSettings) {
    this.headers = { authorization: `DeepL-Auth-Key ${settings.key}` };
    this.ours = new DeepLGlossary(settings.url, this.headers);
  }

  charactersOf({ text }: EngineText): number {
    return toTags(text, style).length;
  }

  async translate(batch: EngineBatch, signal: AbortSignal): Promise<readonly (string | null)[]> {
    const { texts, from, to, glossary } = batch;
    const glossaryId =
      this.settings.glossary ?? (await this.ours.idFor(from, to, glossary, signal));
    const json = {
      text: texts.map(({ text }) => toTags(text, style)),
      source_lang: from.toUpperCase(),
      target_lang: targets[to],
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      non_splitting_tags: [style.pair, style.lone],
      // A segment is a sentence already.
      split_sentences: '0',
      ...(glossaryId === null ? {} : { glossary_id: glossaryId }),
    };
    const { headers } = this;
    const answer = await askEngine(`${this.settings.url}/v2/translate`, { headers, json }, signal);
    if (answer.status === 404 && this.settings.glossary === null && glossaryId !== null) {
      this.ours.forget();
      throw troubleOf(answer, { kind: 'failing', code: 'glossary' });
    }
    if (answer.status !== 200) throw troubleIn(answer);
    return bodyOf(answer, answerSchema).translations.map(({ text }) => fromTags(text, style));
  }
}

function troubleIn(answer: EngineAnswer): EngineTrouble {
  if (answer.status === 456) return troubleOf(answer, { kind: 'quota' });
  const { message = '' } = errorBody(answer, errorSchema) ?? {};
  if (answer.status === 400 && /(target|source)_lang/.test(message)) {
    return troubleOf(answer, { kind: 'pair' });
  }
  return troubleOf(answer);
}
