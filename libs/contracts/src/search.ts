import { z } from 'zod';
import { languageSchema } from '@desk/languages';
import { searchTextSchema } from './board.js';
import { termStatusSchema } from './glossary.js';
import {
  editionStateSchema,
  livenessSchema,
  roleSchema,
  taskKindSchema,
  taskStateSchema,
} from './vocabulary.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

/** So much of each kind is found. */
export const MOST_FOUND = 8;

export const searchQuerySchema = z.strictObject({
  q: searchTextSchema.describe('words or parts of words; without marks they match any marks'),
});

const foundArticleSchema = z.object({
  articleId: id,
  editionId: id.describe('the edition whose title it is'),
  sectionId: id,
  language: languageSchema,
  title: z.string(),
  state: editionStateSchema,
  liveness: livenessSchema,
  updatedAt: at,
});
export type FoundArticle = z.infer<typeof foundArticleSchema>;

const foundPersonSchema = z.object({ id, name: z.string(), roles: z.array(roleSchema) });
export type FoundPerson = z.infer<typeof foundPersonSchema>;

const foundTaskSchema = z.object({
  id,
  kind: taskKindSchema,
  state: taskStateSchema,
  articleId: id,
  editionId: id,
  language: languageSchema,
  title: z.string(),
  dueAt: at,
  assignee: z.object({ id, name: z.string() }).nullable(),
});
export type FoundTask = z.infer<typeof foundTaskSchema>;

const foundConceptSchema = z.object({
  conceptId: id,
  domain: z.string(),
  terms: z.array(
    z.object({ language: languageSchema, term: z.string(), status: termStatusSchema }),
  ),
});
export type FoundConcept = z.infer<typeof foundConceptSchema>;

/** What was found, by kind; of what the asker may not see, nothing. */
export const searchAnswerSchema = z.object({
  articles: z.array(foundArticleSchema).max(MOST_FOUND),
  people: z.array(foundPersonSchema).max(MOST_FOUND),
  tasks: z.array(foundTaskSchema).max(MOST_FOUND),
  concepts: z.array(foundConceptSchema).max(MOST_FOUND),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
