import { z } from 'zod';
import { languages, languageSchema, nameOf } from '@desk/languages';
import { waiting, type Answer, type Asked, type Protocol } from './engine-server.js';
import { translated } from './phrases.js';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(
    z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
  ),
  temperature: z.number().optional(),
  response_format: z.object({ type: z.string() }).loose().optional(),
});
const questionSchema = z.object({
  texts: z.array(z.object({ id: z.int(), text: z.string() })),
  terms: z.array(z.object({ source: z.string(), target: z.string() })),
});

export interface ChatServerSettings {
  readonly key?: string;
  readonly model: string;
  /** False: as a server that holds no model to a schema, and refuses to be asked. */
  readonly takesSchema?: boolean;
  /** What the model writes around its answer, when nothing holds it to a schema. */
  readonly around?: (json: string) => string;
}

/** An OpenAI-compatible `POST /v1/chat/completions` with a model that follows its instructions. */
export function chat(settings: ChatServerSettings): Protocol {
  const { key, model, takesSchema = true, around = (json) => json } = settings;
  const refuse = (status: number, type: string, code: string | null): Answer => ({
    status,
    body: { error: { message: 'Refused.', type, param: null, code } },
  });
  return {
    errors: {
      busy: (seconds) => ({
        ...refuse(429, 'requests', 'rate_limit_exceeded'),
        headers: waiting(seconds),
      }),
      quota: () => refuse(429, 'insufficient_quota', 'insufficient_quota'),
      failing: () => refuse(500, 'server_error', null),
    },
    answer({ method, path, headers, text }: Asked) {
      if (method !== 'POST' || path !== '/v1/chat/completions') return { status: 404, body: '' };
      if (key !== undefined && headers.authorization !== `Bearer ${key}`) {
        return refuse(401, 'invalid_request_error', 'invalid_api_key');
      }
      const read = requestSchema.safeParse(JSON.parse(text));
      if (!read.success) return refuse(400, 'invalid_request_error', null);
      if (read.data.model !== model) return refuse(404, 'invalid_request_error', 'model_not_found');
      if (!takesSchema && read.data.response_format) {
        return refuse(400, 'invalid_request_error', 'unsupported_parameter');
      }
      const content = around(saidBy(read.data.messages));
      return {
        status: 200,
        body: {
          id: 'chatcmpl-1',
          object: 'chat.completion',
          created: 1_767_225_600,
          model,
          choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
        },
      };
    },
  };
}

/** Reads the languages off the instructions, and uses the terms it was given. */
function saidBy(messages: z.infer<typeof requestSchema>['messages']): string {
  const [system, user] = messages;
  const named = /from (\S+) into (\S+) for/.exec(system?.content ?? '') ?? [];
  const [from, to] = named
    .slice(1)
    .map((name) => languageSchema.parse(languages.find((one) => nameOf(one, 'en') === name)));
  const { texts, terms } = questionSchema.parse(JSON.parse(user?.content ?? ''));
  const translations = texts.map(({ id, text }) => {
    const said = terms.reduce((so, term) => so.replaceAll(term.source, term.target), text);
    return { id, text: from && to ? translated(said, from, to) : said };
  });
  return JSON.stringify({ translations });
}
