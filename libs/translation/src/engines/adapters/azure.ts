import { z } from 'zod';
import type { Engine, EngineBatch, EngineText } from '../engine.js';
import type { EngineTrouble, TroubleKind } from '../engine-trouble.js';
import { escaped } from '../entities.js';
import {
  askEngine,
  bodyOf,
  errorBody,
  troubleOf,
  type EngineAnswer,
} from '../exchange-with-engine.js';
import { fromTags, toTags, type TagStyle } from '../tagged-text.js';

const style: TagStyle = { pair: 'span', lone: 'img', closesEmpty: false, answersUnescaped: false };

const answerSchema = z.array(
  z.object({ translations: z.array(z.object({ text: z.string() })).min(1) }),
);
const errorSchema = z.object({ error: z.object({ code: z.coerce.number() }) });

/** What its six-digit codes mean, where the status does not say it. */
const kinds: Readonly<Record<number, TroubleKind>> = {
  400019: 'pair',
  400023: 'pair',
  400035: 'pair',
  400036: 'pair',
  400075: 'pair',
  400050: 'too_long',
  400072: 'too_long',
  400077: 'too_long',
  403001: 'quota',
};

export interface AzureSettings {
  /** `https://api.cognitive.microsofttranslator.com`, or an endpoint of one's own with its path. */
  readonly url: string;
  readonly key: string;
  readonly region: string | null;
  /** The category of a custom system. */
  readonly category: string | null;
}

/** Azure AI Translator, version 3.0 of its text API. */
export class AzureTranslator implements Engine {
  readonly name = 'azure';
  readonly repeatsItself = true;
  readonly model: string;
  /** At most 1,000 texts and 50,000 characters. */
  readonly limits = { texts: 100, characters: 40_000 };

  constructor(private readonly settings: AzureSettings) {
    this.model = settings.category ?? '';
  }

  /** Terms are sent as entries of the dynamic dictionary, and are counted too. */
  charactersOf(text: EngineText): number {
    return marked(text, true).length;
  }

  async translate(
    { texts, from, to }: EngineBatch,
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    const { url, key, region, category } = this.settings;
    const query = new URLSearchParams({ 'api-version': '3.0', from, to, textType: 'html' });
    if (category !== null) query.set('category', category);
    // The dynamic dictionary works from English or into it, and in no other pair.
    const withTerms = from === 'en' || to === 'en';
    const headers = {
      'ocp-apim-subscription-key': key,
      ...(region === null ? {} : { 'ocp-apim-subscription-region': region }),
    };
    const json = texts.map((text) => ({ Text: marked(text, withTerms) }));
    const answer = await askEngine(`${url}/translate?${query}`, { headers, json }, signal);
    if (answer.status !== 200) throw troubleIn(answer);
    return bodyOf(answer, answerSchema).map(({ translations: [first] }) =>
      first === undefined ? null : fromTags(first.text, style),
    );
  }
}

const marked = ({ text, terms }: EngineText, withTerms: boolean): string =>
  toTags(
    text,
    style,
    (withTerms ? terms : []).map(({ start, end, target }) => ({
      start,
      end,
      open: `<mstrans:dictionary translation="${escaped(target)}">`,
      close: '</mstrans:dictionary>',
    })),
  );

function troubleIn(answer: EngineAnswer): EngineTrouble {
  const code = errorBody(answer, errorSchema)?.error.code;
  return troubleOf(answer, { code, kind: code === undefined ? undefined : kinds[code] });
}
