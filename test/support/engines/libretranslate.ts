import { z } from 'zod';
import { languages, type Language } from '@desk/languages';
import { waiting, type Answer, type Asked, type Protocol } from './engine-server.js';
import { translated } from './phrases.js';

const requestSchema = z.object({
  q: z.union([z.string(), z.array(z.string())]),
  source: z.string(),
  target: z.string(),
  format: z.string().default('text'),
  api_key: z.string().optional(),
});

export interface LibreSettings {
  readonly key?: string;
  readonly charLimit?: number;
  readonly batchLimit?: number;
  /** The languages that it has models for. */
  readonly languages?: readonly Language[];
}

/**
 * LibreTranslate as its `libretranslate/app.py` answers: 400 for what it cannot take, with the
 * reason in words alone; 403 for a bad key; HTML handed back unescaped.
 */
export function libreTranslate(settings: LibreSettings = {}): Protocol {
  const { key, charLimit = 2_000, batchLimit = 50, languages: known = languages } = settings;
  const refuse = (status: number, error: string): Answer => ({ status, body: { error } });

  return {
    errors: {
      busy: (seconds) => ({
        ...refuse(429, 'Slowdown: 80 per 1 minute'),
        headers: waiting(seconds),
      }),
      quota: () => refuse(403, 'Too many request limits violations'),
      failing: () => refuse(500, 'Cannot translate text: model'),
    },
    answer({ method, path, text }: Asked) {
      if (method !== 'POST' || path !== '/translate') return { status: 404, body: '<h1>404</h1>' };
      const read = requestSchema.safeParse(JSON.parse(text));
      if (!read.success) return refuse(400, 'Invalid request: missing q parameter');
      const { q, source, target, format, api_key: given } = read.data;
      if (key !== undefined && given === undefined) {
        return refuse(400, 'Please contact the server operator to get an API key');
      }
      if (key !== undefined && given !== key) return refuse(403, 'Invalid API key');
      const texts = [q].flat();
      if (texts.length > batchLimit) return refuse(400, limit(texts.length, batchLimit));
      const long = texts.find((one) => one.length > charLimit);
      if (long !== undefined) return refuse(400, limit(long.length, charLimit));
      const from = known.find((one) => one === source);
      const to = known.find((one) => one === target);
      if (!from) return refuse(400, `${source} is not supported`);
      if (!to) return refuse(400, `${target} is not supported`);
      if (format !== 'html') return refuse(400, `${format} format is not supported`);
      const answers = texts.map((one) => asItAnswers(translated(one, from, to)));
      return { status: 200, body: { translatedText: Array.isArray(q) ? answers : answers[0] } };
    },
  };
}

const limit = (size: number, most: number): string =>
  `Invalid request: request (${size}) exceeds text limit (${most})`;

/** `unescape(str(soup))`: empty elements closed, entities gone. */
const asItAnswers = (html: string): string =>
  html
    .replace(/<img ([^>]*)>/g, '<img $1/>')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
