import { z } from 'zod';
import { noticeKindSchema, type Notice } from '@desk/contracts';
import { jsonColumn } from '@desk/database';
import type { Person } from '@desk/people';
import { noticeFactsSchema } from './notice-facts.js';
import { noteOf, sentence } from './sentence.js';

export const noticeRowSchema = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  entryId: z.uuid(),
  kind: noticeKindSchema,
  facts: jsonColumn(noticeFactsSchema),
  sectionId: z.uuid().nullable(),
  articleId: z.uuid().nullable(),
  editionId: z.uuid().nullable(),
  taskId: z.uuid().nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

export const noticeColumns = `n.id, n.account_id AS accountId, n.entry_id AS entryId, n.kind,
  n.facts, n.section_id AS sectionId, n.article_id AS articleId, n.edition_id AS editionId,
  n.task_id AS taskId, n.created_at AS createdAt, n.read_at AS readAt`;

/** A notice as its reader sees it. */
export function shown(row: NoticeRow, reader: Person): Notice {
  const { id, kind, facts, sectionId, articleId, editionId, taskId, createdAt, readAt } = row;
  return {
    id,
    kind,
    reason: facts.reason,
    sentence: sentence(kind, facts, reader),
    note: noteOf(facts, reader.language),
    sectionId,
    articleId,
    editionId,
    taskId,
    language: facts.language,
    createdAt,
    readAt,
  };
}
