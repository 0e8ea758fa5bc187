import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';
import { pageQuerySchema } from './page.js';

/** The glossary: concepts, how each language says them, and what translators propose. */

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

export const termStatuses = ['preferred', 'admitted', 'forbidden'] as const;
export const termStatusSchema = z
  .enum(termStatuses)
  .describe('preferred: write this; admitted: may be written; forbidden: must not be');
export type TermStatus = z.infer<typeof termStatusSchema>;

const domain = cleanTextSchema(60);
const note = cleanTextSchema(2_000);
const source = cleanTextSchema(500).describe('where the terms were taken from');

export const termDraftSchema = z.strictObject({
  language: languageSchema,
  term: cleanTextSchema(300, 1),
  status: termStatusSchema,
  note: cleanTextSchema(500).default(''),
});
export type TermDraft = z.infer<typeof termDraftSchema>;
const terms = z.array(termDraftSchema).min(1).max(60);

export const conceptDraftSchema = z.strictObject({
  domain: domain.default(''),
  note: note.default(''),
  source: source.default(''),
  terms,
});
export type ConceptDraft = z.infer<typeof conceptDraftSchema>;

export const conceptChangesSchema = z.strictObject({
  domain: domain.optional(),
  note: note.optional(),
  source: source.optional(),
  terms: terms.optional().describe('all terms of the concept; those left out are removed'),
});
export type ConceptChanges = z.infer<typeof conceptChangesSchema>;

export const conceptTermSchema = z.object({
  id,
  language: languageSchema,
  term: z.string(),
  status: termStatusSchema,
  note: z.string(),
});
export type ConceptTerm = z.infer<typeof conceptTermSchema>;

export const conceptSchema = z.object({
  id,
  code: z.string().nullable().describe('its name in the starter set'),
  domain: z.string(),
  note: z.string(),
  source: z.string(),
  terms: z.array(conceptTermSchema),
  retiredAt: at.nullable().describe('since then it is found in no text'),
  createdAt: at,
  updatedAt: at,
  version: z.int(),
});
export type Concept = z.infer<typeof conceptSchema>;

export const conceptQuerySchema = pageQuerySchema.extend({
  search: z.string().max(200).optional().describe('any part of a term'),
  language: languageSchema.optional().describe('search in the terms of this language only'),
  domain: z.string().max(60).optional(),
  retired: z.stringbool().default(false).describe('those retired, not those in use'),
});
export type ConceptQuery = z.infer<typeof conceptQuerySchema>;

export const glossaryDomainsSchema = z.object({
  items: z.array(z.object({ domain: z.string(), concepts: z.int() })),
});
export type GlossaryDomains = z.infer<typeof glossaryDomainsSchema>;

/** The longest text in which terms are looked for at once, in UTF-16 units. */
export const MAX_TERM_TEXT = 100_000;

export const termSearchSchema = z.strictObject({
  language: languageSchema.describe('of the text'),
  targetLanguage: languageSchema.optional().describe('absent: the terms of both other languages'),
  text: z.string().max(MAX_TERM_TEXT).describe('plain text'),
});
export type TermSearch = z.infer<typeof termSearchSchema>;

/** A term where it stands in a text, and how the other language says it. */
export const foundTermSchema = z.object({
  conceptId: id,
  language: languageSchema,
  term: z.string().describe('as the glossary writes it'),
  status: termStatusSchema,
  start: z.int().describe('in UTF-16 units of the plain text'),
  end: z.int(),
  note: z.string(),
  targets: z.array(conceptTermSchema.omit({ id: true })),
});
export type FoundTerm = z.infer<typeof foundTermSchema>;
export const foundTermsSchema = z.object({ items: z.array(foundTermSchema) });

export const proposalStates = ['open', 'accepted', 'declined'] as const;
export const proposalStateSchema = z.enum(proposalStates);

export const proposalDraftSchema = z.strictObject({
  conceptId: id.optional().describe('absent: a new concept'),
  domain: domain.default(''),
  reason: cleanTextSchema(2_000).default(''),
  terms: terms.describe('the terms to be added or to get another status'),
});
export type ProposalDraft = z.infer<typeof proposalDraftSchema>;

export const acceptanceSchema = z.strictObject({
  domain: domain.optional(),
  terms: terms.optional().describe('what is taken instead of what was proposed'),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

export const declineSchema = z.strictObject({
  comment: cleanTextSchema(2_000, 1).describe('why not; the proposer reads it'),
});

export const proposalSchema = z.object({
  id,
  conceptId: id.nullable().describe('an accepted new concept has it too'),
  domain: z.string(),
  reason: z.string(),
  terms: z.array(termDraftSchema),
  state: proposalStateSchema,
  proposedBy: z.object({ id, name: z.string() }),
  decidedBy: z.object({ id, name: z.string() }).nullable(),
  decidedAt: at.nullable(),
  comment: z.string(),
  createdAt: at,
  version: z.int(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const proposalQuerySchema = pageQuerySchema.extend({
  state: proposalStateSchema.optional(),
  mine: z.stringbool().optional(),
});
export type ProposalQuery = z.infer<typeof proposalQuerySchema>;
