import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';
import { boardFilterSchema } from './board.js';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

/** So many views of the board one person may keep. */
export const MAX_SAVED_VIEWS = 50;
const name = cleanTextSchema(100, 1);
const sharedWith = id.nullable().describe('everybody of this section sees it too');

export const savedViewDraftSchema = z.strictObject({
  name,
  filter: boardFilterSchema,
  sectionId: sharedWith.default(null),
});
export type SavedViewDraft = z.infer<typeof savedViewDraftSchema>;

export const savedViewChangesSchema = z.strictObject({
  name: name.optional(),
  filter: boardFilterSchema.optional(),
  sectionId: sharedWith.optional(),
});
export type SavedViewChanges = z.infer<typeof savedViewChangesSchema>;

/** A way to look at the board that somebody keeps under a name. */
export const savedViewSchema = z.object({
  id,
  name: z.string(),
  filter: boardFilterSchema,
  sectionId: sharedWith,
  owner: z.object({ id, name: z.string() }),
  mine: z.boolean(),
  createdAt: at,
  updatedAt: at,
  version: z.int(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
