import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { waiting, type Answer, type Asked, type Protocol } from './engine-server.js';
import { translated } from './phrases.js';

const requestSchema = z.array(z.object({ Text: z.string() }));
const MOST_ELEMENTS = 1_000;
const MOST_CHARACTERS = 50_000;

/** Azure AI Translator 3.0: `POST /translate`, six-digit error codes, the dynamic dictionary. */
export function azure(key: string, region?: string): Protocol {
  const refuse = (code: number, message: string): Answer => ({
    status: Math.floor(code / 1_000),
    body: { error: { code, message } },
  });
  return {
    errors: {
      busy: (seconds) => ({
        ...refuse(429_001, 'The server rejected the request because the client exceeded limits.'),
        headers: waiting(seconds),
      }),
      quota: () => refuse(403_001, 'The subscription has exceeded its free quota.'),
      failing: () => refuse(503_000, 'Service is temporarily unavailable.'),
    },
    answer({ method, path, query, headers, text }: Asked) {
      if (method !== 'POST' || path !== '/translate') {
        return { status: 404, body: { error: { code: '404', message: 'Resource not found' } } };
      }
      const isKnown =
        headers['ocp-apim-subscription-key'] === key &&
        headers['ocp-apim-subscription-region'] === region;
      if (!isKnown) return refuse(401_000, 'The credentials are missing or invalid.');
      if (query.get('api-version') !== '3.0') return refuse(400_021, 'The API version is invalid.');
      if (!(headers['content-type'] ?? '').startsWith('application/json')) {
        return refuse(415_000, 'The Content-Type header is missing or invalid.');
      }
      const from = languageSchema.safeParse(query.get('from'));
      const to = languageSchema.safeParse(query.get('to'));
      if (!from.success) return refuse(400_035, 'The source language is not valid.');
      if (!to.success) return refuse(400_036, 'The target language is not valid.');
      if (query.get('textType') !== 'html') return refuse(400_071, 'textType is not valid.');
      const read = requestSchema.safeParse(JSON.parse(text));
      if (!read.success) return refuse(400_074, 'The body of the request is not valid JSON.');
      if (read.data.length > MOST_ELEMENTS) return refuse(400_072, 'Too many elements.');
      const characters = read.data.reduce((sum, one) => sum + one.Text.length, 0);
      if (characters > MOST_CHARACTERS) return refuse(400_077, 'The maximum size is exceeded.');
      const works = from.data === 'en' || to.data === 'en';
      return {
        status: 200,
        headers: { 'x-metered-usage': String(characters) },
        body: read.data.map(({ Text }) => ({
          translations: [
            { to: to.data, text: translated(byDictionary(Text, works), from.data, to.data) },
          ],
        })),
      };
    },
  };
}

/** `<mstrans:dictionary translation="…">…</mstrans:dictionary>`; as an unknown tag it stays. */
const byDictionary = (html: string, works: boolean): string =>
  works
    ? html.replace(
        /<mstrans:dictionary translation="([^"]*)">[^<]*<\/mstrans:dictionary>/g,
        (_, way: string) => way,
      )
    : html;
