import { z } from 'zod';
import { noticeReasonSchema, taskKindSchema, type NoticeReason } from '@desk/contracts';
import { isLanguage, languageSchema } from '@desk/languages';
import { type Entry } from '@desk/ledger';
import { excerpt } from './excerpt.js';

/** What a notice keeps, so that its sentence can be said in any language at any time. */
export const noticeFactsSchema = z.object({
  reason: noticeReasonSchema,
  /** The name of who did it; null: the system. */
  actor: z.string().nullable(),
  title: z.string().nullable(),
  language: languageSchema.nullable(),
  taskKind: taskKindSchema.nullable(),
  /** When a task is due or a release goes out. */
  on: z.iso.datetime().nullable(),
  /** What somebody wrote with it. */
  note: z.string().nullable(),
  /** The job, the token, the roles, the terms, the priority: what the sentence names beyond these. */
  what: z.string().nullable(),
});
export type NoticeFacts = z.infer<typeof noticeFactsSchema>;

/** The facts of an entry's notices, but for the reason, which each person has their own. */
export function noticeFacts(
  entry: Entry,
  actor: string | null,
  title: string | null,
): Omit<NoticeFacts, 'reason'> {
  const said = saidIn(entry.payload);
  const kind = taskKindSchema.safeParse(said('kind'));
  const on = said('dueAt') ?? said('publishAt');
  const note = said('comment') ?? said('note') ?? said('text') ?? said('reason') ?? said('error');
  return {
    actor,
    title,
    language: isLanguage(entry.language) ? entry.language : null,
    taskKind: entry.fact.startsWith('task.') && kind.success ? kind.data : null,
    on: on === null ? null : new Date(on).toISOString(),
    note: note ? excerpt(note) : null,
    what:
      (entry.fact === 'task.due_set' ? said('priority') : null) ??
      said('job') ??
      said('name') ??
      rolesIn(entry.payload) ??
      termsIn(entry.payload),
  };
}

export const withReason = (
  facts: Omit<NoticeFacts, 'reason'>,
  reason: NoticeReason,
): NoticeFacts => ({ reason, ...facts });

const saidIn =
  (payload: Entry['payload']) =>
  (field: string): string | null => {
    const value = payload[field];
    return typeof value === 'string' && value !== '' ? value : null;
  };

const rolesIn = (payload: Entry['payload']): string | null => {
  const roles = payload.roles;
  return Array.isArray(roles) ? roles.map(String).join(',') : null;
};

const termsIn = (payload: Entry['payload']): string | null => {
  const terms = payload.terms;
  return Array.isArray(terms) ? excerpt(terms.map(String).join('; ')) : null;
};
