import { z } from 'zod';
import type { TermPair } from '../engine.js';
import { EngineTrouble, maybePasses } from '../engine-trouble.js';
import { askEngine, bodyOf, troubleOf } from '../exchange-with-engine.js';

const NAME = 'Mekong Desk';
const glossarySchema = z.object({ glossary_id: z.string().min(1), name: z.string().default('') });
const listSchema = z.object({ glossaries: z.array(glossarySchema) });

/**
 * The newsroom's glossary as DeepL keeps it (`/v3/glossaries`): one by our name, with a
 * dictionary for each pair of languages, which is replaced when ours has changed. Every process
 * puts the same there, so that none needs to know of another.
 */
export class DeepLGlossary {
  private id: string | undefined;
  /** What was put there last, by pair; null where DeepL keeps no glossary for the languages. */
  private readonly put = new Map<string, string | null>();

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** The id to translate with, when this pair has terms and DeepL takes them. */
  async idFor(
    from: string,
    to: string,
    terms: readonly TermPair[],
    signal: AbortSignal,
  ): Promise<string | null> {
    const entries = entriesOf(terms);
    const pair = `${from} ${to}`;
    if (entries === '' || this.put.get(pair) === null) return null;
    if (this.id !== undefined && this.put.get(pair) === entries) return this.id;
    try {
      const dictionary = { source_lang: from, target_lang: to, entries, entries_format: 'tsv' };
      const id = (this.id ??= await this.find(signal));
      this.id = await this.keep(id, dictionary, signal);
      this.put.set(pair, entries);
      return this.id;
    } catch (error) {
      if (!(error instanceof EngineTrouble)) throw error;
      // Without a glossary a suggestion is still one. What passes by itself is tried again.
      if (!maybePasses(error)) this.put.set(pair, null);
      return null;
    }
  }

  /** It was deleted at DeepL's. */
  forget(): void {
    this.id = undefined;
    this.put.clear();
  }

  private async find(signal: AbortSignal): Promise<string | undefined> {
    const { headers } = this;
    const answer = await askEngine(`${this.url}/v3/glossaries`, { method: 'GET', headers }, signal);
    if (answer.status !== 200) throw troubleOf(answer);
    const { glossaries } = bodyOf(answer, listSchema);
    return glossaries.find(({ name }) => name === NAME)?.glossary_id;
  }

  private async keep(
    id: string | undefined,
    dictionary: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<string> {
    const { url, headers } = this;
    if (id === undefined) {
      const json = { name: NAME, dictionaries: [dictionary] };
      const made = await askEngine(`${url}/v3/glossaries`, { headers, json }, signal);
      if (made.status !== 201) throw troubleOf(made);
      return bodyOf(made, glossarySchema).glossary_id;
    }
    const at = `${url}/v3/glossaries/${encodeURIComponent(id)}/dictionaries`;
    const kept = await askEngine(at, { method: 'PUT', headers, json: dictionary }, signal);
    if (kept.status !== 200) throw troubleOf(kept);
    return id;
  }
}

/** One line a term, the first of those that are spelt alike; DeepL takes no other white space. */
function entriesOf(terms: readonly TermPair[]): string {
  const lines = new Map<string, string>();
  for (const { source, target } of terms) {
    const [one, other] = [source, target].map((text) => text.replace(/\s+/g, ' ').trim());
    if (one && other && !lines.has(one)) lines.set(one, `${one}\t${other}`);
  }
  return [...lines.values()].join('\n');
}
