import { conceptDraftSchema, type Concept, type ConceptDraft } from '@desk/contracts';
import { languages, type Language } from '@desk/languages';
import type { ExchangeProblem, GlossaryFileConcept, ReadConcept } from '../exchange/index.js';

/** A concept of ours as a glossary file tells it. */
export function fileConcept({ id, domain, note, source, terms }: Concept): GlossaryFileConcept {
  return { id, domain, definition: '', note, source, terms };
}

/** What a file's concepts are to us: new ones, those that we know, and what cannot be taken. */
export interface FoundConcepts {
  readonly fresh: readonly ConceptDraft[];
  readonly known: number;
  readonly problems: readonly ExchangeProblem[];
}

/**
 * Sorts a file's concepts. One is known by its id or when one of its terms is there already; its
 * terms in other languages than ours are left out. Where a file prefers several terms of a
 * language, as files without statuses do, the first is preferred and the others are admitted.
 */
export function sortConcepts(
  concepts: readonly ReadConcept[],
  known: { readonly ids: ReadonlySet<string>; readonly terms: ReadonlySet<string> },
): FoundConcepts {
  const fresh: ConceptDraft[] = [];
  const problems: ExchangeProblem[] = [];
  const taken = new Set<string>();
  let knownCount = 0;
  for (const concept of concepts) {
    const terms = ownTerms(concept);
    const refuse = (code: ExchangeProblem['code'], facts: ExchangeProblem['facts']) =>
      problems.push({ code, line: concept.line, column: 1, unit: concept.id, facts });
    if (terms.length === 0) {
      refuse('exchange.term_missing', { concept: concept.id });
      continue;
    }
    const keys = terms.map(({ language, term }) => termKey(language, term));
    if (known.ids.has(concept.id) || keys.some((key) => known.terms.has(key) || taken.has(key))) {
      knownCount += 1;
      continue;
    }
    const { domain, definition, note, source } = concept;
    const notes = [definition, note].filter((text) => text.trim() !== '').join('\n');
    const draft = conceptDraftSchema.safeParse({ domain, note: notes, source, terms });
    if (!draft.success) {
      const [issue] = draft.error.issues;
      refuse('exchange.concept_invalid', {
        concept: concept.id,
        field: issue?.path.map(String).join('.') ?? '',
      });
      continue;
    }
    for (const key of keys) taken.add(key);
    fresh.push(draft.data);
  }
  return { fresh, known: knownCount, problems };
}

export const termKey = (language: string, term: string): string =>
  `${language} ${term.normalize('NFC').trim()}`;

function ownTerms({ terms }: ReadConcept): ConceptDraft['terms'] {
  const seen = new Set<string>();
  const preferred = new Set<Language>();
  return terms.flatMap((one) => {
    const tag = one.language.toLowerCase();
    const language = languages.find((own) => tag === own || tag.startsWith(`${own}-`));
    if (language === undefined) return [];
    const term = one.term.normalize('NFC').trim();
    const key = termKey(language, term);
    if (seen.has(key)) return [];
    seen.add(key);
    const second = one.status === 'preferred' && preferred.has(language);
    if (one.status === 'preferred') preferred.add(language);
    const status = second ? ('admitted' as const) : one.status;
    return [{ language, term, status, note: one.note }];
  });
}
