import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { firstRow, rows } from '@desk/database';
import type { Entry } from '@desk/ledger';
import { personById } from '@desk/people';
import { changeTask } from './change-task.js';

import { openTask } from './open-task.js';
import { roundsToSettle } from './rounds.queries.js';
import { workOn } from './settle-rounds.js';
import { taskColumns, taskRowSchema, type TaskRow } from './task.js';
import { unfitFor } from './task.policy.js';

const liveTranslations = (tx: EntityManager, editionId: string): Promise<TaskRow[]> =>
  rows(
    tx,
    taskRowSchema,
    `SELECT ${taskColumns} FROM task t
     WHERE t.edition_id = ? AND t.state IN ('open', 'claimed') AND t.kind = 'translate'
     ORDER BY t.id FOR UPDATE`,
    [editionId],
  );

/**
 * A translation was submitted: the tasks that asked for it are done. Not those for a source
 * revision that is newer than the one it was made from, nor those opened after the submission.
 */
export async function finishTranslation(
  tx: EntityManager,
  at: Date,
  edition: Edition,
  { actorId, at: submittedAt, revisionId }: Entry,
): Promise<void> {
  if (edition.isSource) return;
  for (const task of await liveTranslations(tx, edition.id)) {
    if (task.createdAt > submittedAt || (await isForNewerSource(tx, task, revisionId))) continue;
    const assigneeId = task.assigneeId ?? actorId;
    await changeTask(tx, at, actorId, 'finish', task, { assigneeId });
  }
}

async function isForNewerSource(
  tx: EntityManager,
  task: TaskRow,
  submittedId: string | null,
): Promise<boolean> {
  const numbers = await firstRow(
    tx,
    z.object({ asked: z.int(), used: z.int() }),
    `SELECT asked.number AS asked, used.number AS used
     FROM revision submitted JOIN revision used ON used.id = submitted.source_revision_id
     JOIN revision wanted ON wanted.id = ?
     JOIN revision asked ON asked.id = COALESCE(wanted.stands_for, wanted.id)
       AND asked.edition_id = used.edition_id
     WHERE submitted.id = ?`,
    [task.revisionId, submittedId],
  );
  return numbers !== null && numbers.asked > numbers.used;
}

/**
 * Changes were asked for: the translation goes back to who made it, while they may still do it.
 * Nothing is opened when the work has moved on meanwhile or a task for it is there.
 */
export async function reopenTranslation(
  tx: EntityManager,
  at: Date,
  edition: Edition,
): Promise<void> {
  if (edition.isSource || edition.state !== 'changes_requested') return;
  const [round] = await roundsToSettle(tx, edition.id);
  const revisionId = edition.sourceRevisionId ?? edition.sourceApprovedRevisionId;
  if (round?.outcome !== 'changes_requested' || revisionId === null) return;
  if ((await liveTranslations(tx, edition.id)).length > 0) return;
  await openTask(tx, at, {
    ...workOn(edition),
    kind: 'translate',
    revisionId,
    workingDays: edition.policy.workingDays.translate,
    onceKey: `translate-${round.id}-again`,
    assigneeId: await translatorOf(tx, edition, round.openedBy),
  });
}

/** Who did the last task to translate it, or else submitted it; null when they may no longer. */
async function translatorOf(
  tx: EntityManager,
  edition: Edition,
  submitterId: string,
): Promise<string | null> {
  const last = await firstRow(
    tx,
    z.object({ assigneeId: z.uuid() }),
    `SELECT assignee_id AS assigneeId FROM task
     WHERE edition_id = ? AND kind = 'translate' AND state = 'done' AND assignee_id IS NOT NULL
     ORDER BY done_at DESC, id DESC LIMIT 1`,
    [edition.id],
  );
  const person = await personById(tx, last?.assigneeId ?? submitterId);
  const { sectionId, language, sourceLanguage } = edition;
  const about = { sectionId, language, sourceLanguage };
  const fit = person && !unfitFor(person, { kind: 'translate' }, { about, signed: false });
  return fit ? person.id : null;
}
