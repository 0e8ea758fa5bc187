import { z } from 'zod';
import { languages, type Language } from '@desk/languages';
import type { TermStatus } from './glossary-term.js';
import administration from './starter/administration.json' with { type: 'json' };
import agriculture from './starter/agriculture.json' with { type: 'json' };
import bodies from './starter/bodies.json' with { type: 'json' };
import culture from './starter/culture.json' with { type: 'json' };
import documents from './starter/documents.json' with { type: 'json' };
import offices from './starter/offices.json' with { type: 'json' };
import press from './starter/press.json' with { type: 'json' };
import riverClimate from './starter/river-climate.json' with { type: 'json' };

const termsSchema = z.strictObject({
  vi: z.array(z.string()).min(1),
  en: z.array(z.string()).min(1),
  km: z.array(z.string()).min(1),
});
const domainSchema = z.strictObject({
  domain: z.string(),
  concepts: z.array(
    z.strictObject({
      code: z.string(),
      note: z.string().optional(),
      terms: termsSchema,
      forbidden: termsSchema.partial().optional(),
    }),
  ),
});

/** A concept of the starter set. `code` tells it again when the set is loaded twice. */
export interface StarterConcept {
  readonly code: string;
  readonly domain: string;
  readonly note: string;
  readonly terms: readonly { language: Language; term: string; status: TermStatus }[];
}

/** The concepts that a new newsroom begins with; see starter/SOURCE.md. */
export function starterConcepts(): StarterConcept[] {
  return [
    bodies,
    offices,
    administration,
    documents,
    press,
    agriculture,
    riverClimate,
    culture,
  ].flatMap((file) => {
    const { domain, concepts } = domainSchema.parse(file);
    return concepts.map(({ code, note = '', terms, forbidden }) => ({
      code,
      domain,
      note,
      terms: languages.flatMap((language) => [
        ...terms[language].map((term, at) => ({
          language,
          term,
          status: at === 0 ? ('preferred' as const) : ('admitted' as const),
        })),
        ...(forbidden?.[language] ?? []).map((term) => ({
          language,
          term,
          status: 'forbidden' as const,
        })),
      ]),
    }));
  });
}
