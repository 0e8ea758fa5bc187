import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  aboutEdition,
  edition as readEdition,
  isStale,
  revision,
  type Hindrance,
  type Move,
  type TransitionPart,
} from '@desk/articles';
import type { EditionAction, EditionState, RoundOutcome, Seat } from '@desk/contracts';
import { change, isDuplicate, newId, type Sql } from '@desk/database';
import { Refused } from '@desk/errors';
import { can, type Person } from '@desk/people';
import { insertComment } from './comment-rows.js';
import { lockedOpenRound, openRound, signaturesOf, type OpenRound } from './rounds.queries.js';
import { seatFor, stateAfter, type Signature, type Signer } from './sign-off.policy.js';

/** What review adds to the workflow: opens rounds, takes sign-offs, closes rounds. */
@Injectable()
export class Rounds implements TransitionPart {
  readonly actions: readonly EditionAction[] = ['submit', 'request_changes', 'sign_off', 'recall'];

  async hindrance(sql: Sql, move: Move): Promise<Hindrance | null> {
    if (move.action !== 'request_changes' && move.action !== 'sign_off') return null;
    const round = await openRound(sql, move.edition.id);
    if (!round) return { code: 'review.no_open_round', facts: {} };
    if (move.action === 'request_changes') return null;
    return against(move, round, await signaturesOf(sql, round.id));
  }

  /**
   * Takes the seat. The round is locked first, so that of two last sign-offs at once the
   * second finds the first one's there and is judged by it.
   * @throws Refused when the seat is gone or the round is for another revision by now
   */
  async outcome(tx: EntityManager, move: Move): Promise<{ to: EditionState; seat: Seat }> {
    const round = await lockedOpenRound(tx, move.edition.id);
    if (!round || !move.person) throw new Refused('review.no_open_round');
    const signed = await signaturesOf(tx, round.id);
    const hindrance = against(move, round, signed);
    if (hindrance) throw new Refused(hindrance.code, hindrance.facts);
    const found = seatFor(round.policy, signed, signerOf(move, move.person));
    if ('refusal' in found) throw new Refused(found.refusal);

    await sign(tx, move, round, move.person, found.seat);
    const { id: accountId } = move.person;
    const to = stateAfter(round.policy, [...signed, { seat: found.seat, accountId }]);
    if (to === 'approved') await close(tx, move.edition.id, 'approved', move.at);
    return { to, seat: found.seat };
  }

  async after(tx: EntityManager, move: Move): Promise<void> {
    switch (move.action) {
      case 'submit':
        return open(tx, move);
      case 'request_changes':
        await comment(tx, move);
        return undo(tx, move, 'changes_requested');
      case 'recall':
        return undo(tx, move, 'recalled');
    }
  }
}

/** What stands against this person's sign-off of the round. */
function against(
  { edition, person, said }: Move,
  round: OpenRound,
  signed: readonly Signature[],
): Hindrance | null {
  const { revisionHash } = round;
  if (said.revisionHash !== undefined && said.revisionHash !== revisionHash) {
    return { code: 'review.another_revision', facts: { revisionHash } };
  }
  const found = person && seatFor(round.policy, signed, signerOf({ edition }, person));
  if (found && 'refusal' in found) return { code: found.refusal, facts: {} };
  const signs = said.revisionHash !== undefined;
  if (signs && isStale(edition) && said.acceptStale !== true) {
    const { sourceApprovedRevisionId } = edition;
    return { code: 'review.stale_not_accepted', facts: { sourceApprovedRevisionId } };
  }
  return null;
}

/** The scopes of a token were asked when signing off itself was allowed. */
function signerOf({ edition }: Pick<Move, 'edition'>, person: Person): Signer {
  const about = aboutEdition(edition);
  const whole = { ...person, scopes: null };
  return {
    accountId: person.id,
    reviewer: can(whole, 'task.review', about),
    approver: can(whole, 'task.sign_off', about),
  };
}

async function sign(
  tx: EntityManager,
  { edition, said, at }: Move,
  round: OpenRound,
  person: Person,
  seat: Seat,
): Promise<void> {
  try {
    await change(
      tx,
      `INSERT INTO sign_off (id, round_id, edition_id, revision_id, revision_hash, seat,
         account_id, accepted_stale_against, note, signed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        round.id,
        edition.id,
        round.revisionId,
        round.revisionHash,
        seat,
        person.id,
        isStale(edition) ? edition.sourceApprovedRevisionId : null,
        said.note ?? '',
        at,
      ],
    );
  } catch (error) {
    if (isDuplicate(error)) throw new Refused('review.already_signed');
    throw error;
  }
}

/** Opens a round for exactly the revision that the submission froze. */
async function open(tx: EntityManager, { edition, person, at }: Move): Promise<void> {
  const { reviewRevisionId } = await readEdition(tx, edition.id);
  if (reviewRevisionId === null || !person) throw new Error('nothing was submitted by anybody');
  const { hash } = await revision(tx, reviewRevisionId);
  await change(
    tx,
    `INSERT INTO review_round (id, edition_id, article_id, section_id, language, number,
       revision_id, revision_hash, policy, opened_by, opened_at, open_key)
     SELECT ?, ?, ?, ?, ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?
     FROM review_round WHERE edition_id = ?`,
    [
      newId(),
      edition.id,
      edition.articleId,
      edition.sectionId,
      edition.language,
      reviewRevisionId,
      hash,
      JSON.stringify(edition.policy),
      person.id,
      at,
      edition.id,
      edition.id,
    ],
  );
}

async function comment(tx: EntityManager, { edition, person, said, at }: Move): Promise<void> {
  if (edition.reviewRevisionId === null || !person || said.comment === undefined) return;
  await insertComment(tx, at, person.id, edition.id, await revision(tx, edition.reviewRevisionId), {
    text: said.comment,
    anchor: said.anchor,
  });
}

/** The last round comes to nothing, even if it was approved: its sign-offs are void. */
async function undo(
  tx: EntityManager,
  { edition, at }: Move,
  outcome: RoundOutcome,
): Promise<void> {
  await change(
    tx,
    `UPDATE sign_off SET voided_at = ? WHERE voided_at IS NULL AND round_id = (
       SELECT id FROM review_round WHERE edition_id = ? ORDER BY number DESC LIMIT 1)`,
    [at, edition.id],
  );
  await close(tx, edition.id, outcome, at);
}

/** Closes the last round of the edition. */
async function close(
  tx: EntityManager,
  editionId: string,
  outcome: RoundOutcome,
  at: Date,
): Promise<void> {
  await change(
    tx,
    `UPDATE review_round SET outcome = ?, closed_at = COALESCE(closed_at, ?), open_key = NULL
     WHERE edition_id = ? ORDER BY number DESC LIMIT 1`,
    [outcome, at, editionId],
  );
}
