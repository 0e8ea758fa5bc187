import { z } from 'zod';
import { bodySchema } from './body.js';

/** What an import can leave out; the screen has a text for each. */
export const droppedKinds = [
  'control_characters',
  'drawing',
  'form',
  'frame',
  'hidden_text',
  'image',
  'link',
  'navigation',
  'nesting',
  'script',
  'struck_text',
  'table',
] as const;
export const droppedKindSchema = z.enum(droppedKinds);
export type DroppedKind = z.infer<typeof droppedKindSchema>;

/** An imported text: its title when the source had one, its body, and what could not be taken. */
export const importedBodySchema = z.strictObject({
  title: z.string().optional(),
  body: bodySchema,
  dropped: z.array(z.strictObject({ what: droppedKindSchema, count: z.int().min(1) })),
});
export type ImportedBody = z.infer<typeof importedBodySchema>;
