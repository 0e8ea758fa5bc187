import { z } from 'zod';

/** The newsroom's closed lists of words, as they stand in the database, the API and the screens. */

export const roles = [
  'writer',
  'translator',
  'reviewer',
  'approver',
  'managing_editor',
  'administrator',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** The states of an edition's working copy. What is live is a separate fact. */
export const editionStates = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'archived',
] as const;
export const editionStateSchema = z.enum(editionStates);
export type EditionState = z.infer<typeof editionStateSchema>;

/** Whether readers can see an edition: never yet, now, or taken back. */
export const livenesses = ['none', 'live', 'withdrawn'] as const;
export const livenessSchema = z.enum(livenesses);
export type Liveness = z.infer<typeof livenessSchema>;

export const editionActions = [
  'submit',
  'request_changes',
  'sign_off',
  'recall',
  'schedule',
  'unschedule',
  'publish',
  'revise',
  'correct',
  'withdraw',
  'restore',
  'archive',
] as const;
export const editionActionSchema = z.enum(editionActions);
export type EditionAction = z.infer<typeof editionActionSchema>;

/** The seats of a review round: the language's reviewer, the section's approvers. */
export const seatSchema = z.enum(['review', 'approve']);
export type Seat = z.infer<typeof seatSchema>;

export const taskKindSchema = z.enum(['translate', 'review', 'sign_off']);
export type TaskKind = z.infer<typeof taskKindSchema>;
export const taskStateSchema = z.enum(['open', 'claimed', 'done', 'cancelled']);
export type TaskState = z.infer<typeof taskStateSchema>;
export const prioritySchema = z.enum(['normal', 'urgent']);
export type Priority = z.infer<typeof prioritySchema>;

export const segmentStatusSchema = z.enum(['untranslated', 'draft', 'confirmed']);
export type SegmentStatus = z.infer<typeof segmentStatusSchema>;
export const segmentOriginSchema = z.enum(['none', 'memory', 'carried', 'engine', 'person']);
export type SegmentOrigin = z.infer<typeof segmentOriginSchema>;
