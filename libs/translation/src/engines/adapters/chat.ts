import { z } from 'zod';
import { EngineTrouble } from '../engine-trouble.js';
import type { Engine, EngineBatch, EngineText } from '../engine.js';
import {
  askEngine,
  bodyOf,
  errorBody,
  troubleOf,
  type EngineAnswer,
} from '../exchange-with-engine.js';
import { instructions, question, responseFormat } from './chat-prompt.js';

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullable().default(null) }),
        finish_reason: z.string().nullable().default(null),
      }),
    )
    .min(1),
});
const translationsSchema = z.object({
  translations: z.array(z.object({ id: z.coerce.number().int(), text: z.string() })),
});
const errorSchema = z.object({
  error: z.object({
    code: z.union([z.string(), z.number()]).nullable().optional(),
    type: z.string().nullable().optional(),
  }),
});

export interface ChatSettings {
  /** Up to the version: `http://127.0.0.1:8080/v1`. */
  readonly url: string;
  /** Local servers often want none. */
  readonly key: string | null;
  readonly model: string;
}

/**
 * Any endpoint that speaks OpenAI's chat completions, so also a model of one's own (llama.cpp,
 * Ollama, vLLM). A model reads the written form as it is.
 */
export class ChatModel implements Engine {
  readonly name = 'chat';
  readonly repeatsItself = false;
  readonly model: string;
  /** Few enough that a small model neither loses count nor runs out of room. */
  readonly limits = { texts: 20, characters: 6_000 };
  /** Set to false once the server has refused a schema. */
  private takesSchema = true;

  constructor(private readonly settings: ChatSettings) {
    this.model = settings.model;
  }

  charactersOf({ text }: EngineText): number {
    return text.length;
  }

  async translate(batch: EngineBatch, signal: AbortSignal): Promise<readonly (string | null)[]> {
    let answer = await this.ask(batch, signal);
    if (answer.status === 400 && this.takesSchema) {
      this.takesSchema = false;
      answer = await this.ask(batch, signal);
      // It was not the schema that was wrong.
      if (answer.status !== 200) this.takesSchema = true;
    }
    if (answer.status !== 200) throw troubleIn(answer);
    return translationsIn(answer, batch.texts.length);
  }

  private ask(batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer> {
    const { url, key, model } = this.settings;
    const json = {
      model,
      messages: [
        { role: 'system', content: instructions(batch) },
        { role: 'user', content: question(batch) },
      ],
      ...(this.takesSchema ? { temperature: 0, response_format: responseFormat } : {}),
    };
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    return askEngine(`${url}/chat/completions`, { headers, json }, signal);
  }
}

/** By their ids: what a model left out, or said twice, is none of the others'. */
function translationsIn(answer: EngineAnswer, count: number): (string | null)[] {
  const [choice] = bodyOf(answer, answerSchema).choices;
  const said = translationsSchema.safeParse(objectIn(choice?.message.content ?? ''));
  if (!said.success) {
    const cut = choice?.finish_reason === 'length' ? 'the answer was cut short' : 'no translations';
    throw new EngineTrouble('malformed', cut);
  }
  return Array.from({ length: count }, (_, index) => {
    const own = said.data.translations.filter(({ id }) => id === index + 1);
    return own.length === 1 ? (own[0]?.text ?? null) : null;
  });
}

/** The object in an answer, whatever a model without a schema wrote around it. */
function objectIn(content: string): unknown {
  const spoken = content.slice(content.lastIndexOf('</think>') + 1);
  const [from, to] = [spoken.indexOf('{'), spoken.lastIndexOf('}')];
  try {
    return from === -1 ? undefined : JSON.parse(spoken.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

function troubleIn(answer: EngineAnswer): EngineTrouble {
  const said = errorBody(answer, errorSchema)?.error;
  const code = said?.code ?? said?.type ?? undefined;
  if (code === 'insufficient_quota' || code === 'billing_hard_limit_reached') {
    return troubleOf(answer, { kind: 'quota', code });
  }
  if (code === 'context_length_exceeded' || code === 'exceed_context_size_error') {
    return troubleOf(answer, { kind: 'too_long', code });
  }
  if (answer.status === 402) return troubleOf(answer, { kind: 'quota', code });
  if (answer.status === 404) return troubleOf(answer, { kind: 'refused', code });
  return troubleOf(answer, { code });
}
