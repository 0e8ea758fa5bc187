import { z } from 'zod';
import { cleanTextSchema, languageSchema } from '@desk/languages';

const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);
const person = z.object({ id, name: z.string() });

/** The longest comment, in UTF-16 units. */
export const MAX_COMMENT_LENGTH = 5_000;
const text = cleanTextSchema(MAX_COMMENT_LENGTH, 1);

/**
 * A stretch of a revision's text. `path`: `title`, `summary`, or `body/` and the number of the
 * block and of each node below it, down to the one that holds the words; `/alt`, `/credit` and
 * `/title` name the texts of a picture or an embed. `from` and `to` count UTF-16 units; a line
 * break counts one, a footnote nothing.
 */
export const commentAnchorSchema = z
  .strictObject({
    path: z
      .string()
      .max(120)
      .regex(/^(title|summary|body(\/\d{1,5}){1,12}(\/(alt|credit|title))?)$/),
    from: z.int().min(0),
    to: z.int().min(1),
    quote: z.string().min(1).max(2_000),
  })
  .refine(({ from, to }) => from < to, { path: ['to'] });
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

export const commentDraftSchema = z.strictObject({
  text,
  revisionId: id.optional().describe('absent: the newest revision of the edition'),
  anchor: commentAnchorSchema.optional().describe('absent: about the whole text'),
});
export type CommentDraft = z.infer<typeof commentDraftSchema>;

export const replyDraftSchema = z.strictObject({ text });
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

/** Which threads of an edition are asked for. */
export const commentFilterSchema = z.strictObject({
  revisionId: id.optional(),
  state: z.enum(['open', 'resolved']).optional(),
});
export type CommentFilter = z.infer<typeof commentFilterSchema>;

const comment = {
  id,
  editionId: id,
  revisionId: id,
  text: z.string(),
  author: person,
  createdAt: at,
};
export const replySchema = z.object({ ...comment, parentId: id });
export type Reply = z.infer<typeof replySchema>;

/** A comment with its replies, oldest first. */
export const commentThreadSchema = z.object({
  ...comment,
  revisionNumber: z.int(),
  language: languageSchema,
  anchor: commentAnchorSchema.nullable(),
  resolvedAt: at.nullable(),
  resolvedBy: person.nullable(),
  version: z.int(),
  replies: z.array(replySchema),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;
