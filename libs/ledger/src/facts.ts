import { z } from 'zod';

/**
 * Every fact that the ledger knows, in the past tense, with what it says beyond its own
 * columns. A fact that is not here cannot be recorded.
 */
const nothing = z.strictObject({});
const text = z.string();
const id = z.uuid();
const moved = { from: text, to: text };

export const facts = {
  'session.started': nothing,
  'session.ended': nothing,
  'session.refused': z.strictObject({ email: text }),
  'account.created': nothing,
  'account.changed': z.strictObject({ fields: z.array(text) }),
  'account.disabled': nothing,
  'account.enabled': nothing,
  'grants.changed': z.strictObject({ roles: z.array(text) }),
  'password.changed': nothing,
  'password.reset_asked': nothing,
  'token.created': z.strictObject({ name: text, scopes: z.array(text) }),
  'token.revoked': nothing,
  'section.created': z.strictObject({ code: text }),
  'section.changed': z.strictObject({ fields: z.array(text) }),
  'article.created': z.strictObject({ title: text }),
  'article.changed': z.strictObject({ fields: z.array(text) }),
  'edition.created': nothing,
  'revision.saved': z.strictObject({ number: z.int() }),
  'revision.restored': z.strictObject({ number: z.int() }),
  'edition.submitted': z.strictObject({
    ...moved,
    note: text.optional(),
    significance: text.optional(),
  }),
  'edition.changes_requested': z.strictObject({ ...moved, comment: text }),
  'edition.signed_off': z.strictObject({ ...moved, seat: text, acceptedStale: z.boolean() }),
  /** Follows the last sign-off. `languages`: for a source, the translations that it asks for. */
  'edition.approved': z.strictObject({ languages: z.array(text), urgent: z.boolean() }),
  /** A changed source was approved: how its writer called the change, and what the machine saw. */
  'source.change_weighed': z.strictObject({
    said: text.nullable(),
    significance: text,
    signs: z.array(text),
  }),
  'edition.recalled': z.strictObject({ ...moved }),
  'edition.scheduled': z.strictObject({ ...moved, publishAt: text, releaseId: id }),
  'edition.unscheduled': z.strictObject({ ...moved, releaseId: id.optional() }),
  'edition.published': z.strictObject({ ...moved, releaseId: id }),
  'edition.revised': z.strictObject(moved),
  'edition.corrected': z.strictObject({ ...moved, note: text, releaseId: id }),
  'edition.withdrawn': z.strictObject({ ...moved, reason: text }),
  'edition.restored': z.strictObject(moved),
  'edition.archived': z.strictObject(moved),
  'comment.added': z.strictObject({ replyTo: id.optional(), text }),
  'comment.resolved': nothing,
  'comment.reopened': nothing,
  /** `accountId`: who has it from the start; absent or null: whoever may do it. */
  'task.opened': z.strictObject({
    kind: text,
    priority: text,
    dueAt: text,
    accountId: id.nullable().optional(),
  }),
  'task.claimed': z.strictObject({ kind: text }),
  'task.released': z.strictObject({ kind: text }),
  'task.lapsed': z.strictObject({ kind: text, accountId: id }),
  'task.reassigned': z.strictObject({ kind: text, to: id }),
  /** `dueAt` and `priority` as they are now, whichever was changed. */
  'task.due_set': z.strictObject({
    kind: text,
    priority: text,
    dueAt: text,
    accountId: id.nullable(),
  }),
  'task.done': z.strictObject({ kind: text }),
  'task.cancelled': z.strictObject({ kind: text }),
  'task.due_soon': z.strictObject({ kind: text, dueAt: text, accountId: id.nullable() }),
  'task.overdue': z.strictObject({ kind: text, dueAt: text, accountId: id.nullable() }),
  'translation.prepared': z.strictObject({
    sourceRevisionId: id,
    segments: z.int(),
    fromMemory: z.int(),
  }),
  /** An engine filled segments that nobody had touched. */
  'translation.suggested': z.strictObject({
    sourceRevisionId: id,
    engine: text,
    segments: z.int(),
  }),
  'release.planned': z.strictObject({ publishAt: text }),
  'release.cancelled': nothing,
  'release.published': z.strictObject({ languages: z.array(text) }),
  'release.failed': z.strictObject({ reason: text }),
  'webhook.created': z.strictObject({ url: text }),
  'webhook.changed': z.strictObject({ fields: z.array(text) }),
  'webhook.disabled': z.strictObject({ reason: text }),
  'webhook.deleted': nothing,
  'concept.added': z.strictObject({ term: text }),
  /** `added` and `removed`: terms with their language, `vi: Uỷ ban nhân dân`. */
  'concept.changed': z.strictObject({
    fields: z.array(text),
    added: z.array(text),
    removed: z.array(text),
  }),
  'concept.retired': nothing,
  'concept.restored': nothing,
  'proposal.made': z.strictObject({ terms: z.array(text) }),
  'proposal.accepted': z.strictObject({ conceptId: id, terms: z.array(text) }),
  'proposal.declined': z.strictObject({ comment: text, terms: z.array(text) }),
  'glossary.loaded': z.strictObject({ concepts: z.int() }),
  'memory.unit_changed': z.strictObject({ fields: z.array(text) }),
  'memory.unit_deleted': z.strictObject({ source: text, target: text }),
  /** `others`: the units that went. */
  'memory.units_merged': z.strictObject({ others: z.array(id) }),
  'memory.imported': z.strictObject({ name: text, units: z.int() }),
  'memory.import_undone': z.strictObject({ deleted: z.int(), kept: z.int() }),
  'sentence_rules.added': z.strictObject({ language: text, text }),
  'sentence_rules.removed': z.strictObject({ language: text, text }),
  'spelling.word_added': z.strictObject({ language: text, text }),
  'spelling.word_removed': z.strictObject({ language: text, text }),
  'media.added': z.strictObject({ name: text, kind: text, key: text }),
  'media.changed': z.strictObject({ fields: z.array(text) }),
  /** Another part of a picture is shown; `key`: under which its sizes are. */
  'media.reframed': z.strictObject({ key: text }),
  'media.ready': z.strictObject({ key: text }),
  'media.failed': z.strictObject({ key: text, reason: text }),
  'job.died': z.strictObject({ job: text, error: text }),
  'job.resent': z.strictObject({ job: text }),
} as const satisfies Record<string, z.ZodType>;

export type Fact = keyof typeof facts;
export type FactPayload<F extends Fact> = z.infer<(typeof facts)[F]>;

export const isFact = (name: string): name is Fact => Object.hasOwn(facts, name);
