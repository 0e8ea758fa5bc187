import type { EntityManager } from 'typeorm';
import type { Edition } from '@desk/articles';
import type { TaskKind } from '@desk/contracts';
import { changeTask } from './change-task.js';
import { openTask } from './open-task.js';
import { roundsToSettle, signaturesIn, tasksOfRound, type Round } from './rounds.queries.js';
import { settle } from './settle.policy.js';
import { taskRow } from './tasks.queries.js';

/** Makes the review and sign-off tasks of an edition what its rounds wait for. */
export async function settleRounds(tx: EntityManager, at: Date, edition: Edition): Promise<void> {
  for (const round of await roundsToSettle(tx, edition.id)) {
    const signatures = await signaturesIn(tx, round.id);
    const tasks = await tasksOfRound(tx, edition.id, round.id);
    const { finish, cancel, open } = settle({ ...round, signatures }, tasks);
    for (const { taskId, by } of finish) {
      await changeTask(tx, at, by, 'finish', await taskRow(tx, taskId), { assigneeId: by });
    }
    for (const taskId of cancel) {
      await changeTask(tx, at, null, 'cancel', await taskRow(tx, taskId));
    }
    for (const { kind, nth } of open) await openForRound(tx, at, edition, round, kind, nth);
  }
}

async function openForRound(
  tx: EntityManager,
  at: Date,
  edition: Edition,
  round: Round,
  kind: TaskKind,
  nth: number,
): Promise<void> {
  await openTask(tx, at, {
    ...workOn(edition),
    kind,
    revisionId: round.revisionId,
    roundId: round.id,
    workingDays: round.policy.workingDays[kind],
    onceKey: `${kind}-${round.id}-${nth}`,
  });
}

/** What every task on an edition has of it. Readers wait when what they read is being corrected. */
export const workOn = (edition: Edition) => ({
  articleId: edition.articleId,
  editionId: edition.id,
  sectionId: edition.sectionId,
  sourceLanguage: edition.sourceLanguage,
  language: edition.language,
  priority: edition.liveness === 'live' ? ('urgent' as const) : ('normal' as const),
});
