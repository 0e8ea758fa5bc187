import { z } from 'zod';
import { languageSchema, type Language } from '@desk/languages';
import { waiting, type Answer, type Asked, type Protocol } from './engine-server.js';
import { translated } from './phrases.js';

const requestSchema = z.object({
  text: z.array(z.string()).min(1),
  source_lang: z.string().optional(),
  target_lang: z.string(),
  tag_handling: z.enum(['xml', 'html']).optional(),
  tag_handling_version: z.enum(['v1', 'v2']).optional(),
  split_sentences: z.enum(['0', '1', 'nonewlines']).optional(),
  non_splitting_tags: z.array(z.string()).optional(),
  glossary_id: z.string().optional(),
});
const dictionarySchema = z.object({
  source_lang: z.string(),
  target_lang: z.string(),
  entries: z.string().min(1),
  entries_format: z.literal('tsv'),
});
type Dictionary = z.infer<typeof dictionarySchema>;
const glossarySchema = z.object({
  name: z.string().min(1),
  dictionaries: z.array(dictionarySchema),
});

const MOST_TEXTS = 50;
const MOST_BYTES = 128 * 1_024;
const sources: Readonly<Record<string, Language>> = { VI: 'vi', EN: 'en' };
const targets: Readonly<Record<string, Language>> = { VI: 'vi', 'EN-US': 'en', 'EN-GB': 'en' };

/** DeepL: `/v2/translate` with XML, and `/v3/glossaries`. It knows no Khmer. */
export class DeepLProtocol implements Protocol {
  readonly glossaries = new Map<string, { name: string; dictionaries: Dictionary[] }>();

  readonly errors = {
    busy: (seconds?: number): Answer => ({
      status: 429,
      headers: waiting(seconds),
      body: { message: 'Too many requests' },
    }),
    quota: (): Answer => ({
      status: 456,
      body: { message: 'Quota for this billing period has been exceeded.' },
    }),
    failing: (): Answer => ({ status: 503, body: '' }),
  };

  constructor(private readonly key: string) {}

  answer(asked: Asked): Answer {
    const { headers, path, text } = asked;
    if (headers['user-agent'] === undefined) return refusal(400, 'User-Agent header missing.');
    if (headers.authorization !== `DeepL-Auth-Key ${this.key}`) return { status: 403, body: '' };
    if (Buffer.byteLength(text) > MOST_BYTES) return { status: 413, body: '' };
    if (path.startsWith('/v3/glossaries')) return this.keep(asked);
    return path === '/v2/translate' ? this.translate(text) : { status: 404, body: '' };
  }

  private translate(text: string): Answer {
    const read = requestSchema.safeParse(JSON.parse(text));
    if (!read.success) return refusal(400, 'Bad request. Reason: parameter is not valid.');
    const { text: texts, source_lang, target_lang, tag_handling, glossary_id } = read.data;
    if (texts.length > MOST_TEXTS) return refusal(400, 'Too many texts.');
    const [from, to] = [sources[source_lang ?? ''], targets[target_lang]];
    if (!from) return refusal(400, "Value for 'source_lang' not supported.");
    if (!to) return refusal(400, "Value for 'target_lang' not supported.");
    if (tag_handling !== 'xml' || texts.some((one) => !isWellFormed(one))) {
      return refusal(400, 'Tag handling parsing failed, please check input.');
    }
    if (glossary_id !== undefined && !this.glossaries.has(glossary_id)) {
      return refusal(404, 'The requested glossary was not found.');
    }
    const terms = this.terms(glossary_id, from, to);
    const withTerms = (one: string) =>
      terms.reduce((so, [term = '', way = '']) => so.replaceAll(term, way), one);
    const translations = texts.map((one) => ({
      detected_source_language: source_lang,
      text: translated(withTerms(one), from, to),
    }));
    return { status: 200, body: { translations } };
  }

  private terms(id: string | undefined, from: Language, to: Language): string[][] {
    const dictionary = this.glossaries
      .get(id ?? '')
      ?.dictionaries.find((one) => one.source_lang === from && one.target_lang === to);
    return (dictionary?.entries ?? '').split('\n').map((line) => line.split('\t'));
  }

  private keep({ method, path, text }: Asked): Answer {
    const [, , , id, part] = path.split('/');
    if (method === 'GET' && id === undefined) {
      const glossaries = [...this.glossaries].map(([key, { name }]) => ({
        glossary_id: key,
        name,
      }));
      return { status: 200, body: { glossaries } };
    }
    if (method === 'POST' && id === undefined) {
      const read = glossarySchema.safeParse(JSON.parse(text));
      if (!read.success || !read.data.dictionaries.every(isKept)) return badGlossary();
      const key = `00000000-0000-4000-8000-${String(this.glossaries.size + 1).padStart(12, '0')}`;
      this.glossaries.set(key, read.data);
      return { status: 201, body: { glossary_id: key, name: read.data.name } };
    }
    const glossary = this.glossaries.get(id ?? '');
    if (method !== 'PUT' || part !== 'dictionaries' || !glossary) return { status: 404, body: '' };
    const read = dictionarySchema.safeParse(JSON.parse(text));
    if (!read.success || !isKept(read.data)) return badGlossary();
    const { source_lang, target_lang, entries } = read.data;
    const others = glossary.dictionaries.filter(
      (one) => one.source_lang !== source_lang || one.target_lang !== target_lang,
    );
    glossary.dictionaries = [...others, read.data];
    const entry_count = entries.split('\n').length;
    return { status: 200, body: { source_lang, target_lang, entry_count } };
  }
}

const refusal = (status: number, message: string): Answer => ({ status, body: { message } });
const badGlossary = (): Answer => ({
  status: 400,
  body: { message: 'Invalid glossary entries provided', detail: 'Unsupported glossary language' },
});

/** Two columns in each line, no term twice, languages that it knows. */
function isKept({ source_lang, target_lang, entries }: Dictionary): boolean {
  const lines = entries.split('\n').map((line) => line.split('\t'));
  const terms = new Set(lines.map(([term]) => term));
  const known = [source_lang, target_lang].map((one) => languageSchema.safeParse(one).data);
  return (
    known.every((one) => one === 'vi' || one === 'en') &&
    terms.size === lines.length &&
    lines.every((columns) => columns.length === 2 && columns.every((one) => one.trim() !== ''))
  );
}

/** Every element closed, in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closes, name = '', empty] of xml.matchAll(/<(\/?)(\w+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closes === '/') {
      if (open.pop() !== name) return false;
    } else if (empty !== '/') open.push(name);
  }
  return open.length === 0;
}
