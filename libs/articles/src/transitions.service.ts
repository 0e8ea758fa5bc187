import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { editionActions, type EditionAction, type EditionState } from '@desk/contracts';
import { Clock, change, type Sql } from '@desk/database';
import { Refused, type NewsroomError } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import type { Person } from '@desk/people';
import type { Edition } from './edition.js';
import { columnsSetBy, payloadOf } from './edition.changes.js';
import { editionView, type EditionView } from './edition-reading.service.js';
import { objection, unsaid } from './edition.policy.js';
import { edition as readEdition, editionsOf } from './editions.queries.js';
import { transition } from './edition.workflow.js';
import { noteStay } from './edition-stays.js';
import { Revisions, subjectOf } from './revisions.service.js';
import type { Hindrance, Move, Said, TransitionPart } from './transition-part.js';
import { readableEdition } from './reading.policy.js';

/** One action as it is offered to a person: open, or closed and why. */
export interface TransitionOption {
  readonly action: EditionAction;
  readonly allowed: boolean;
  readonly because: readonly Hindrance[];
  readonly mustSay: readonly string[];
}

/** Moves editions through the workflow. The only writer of `edition.state`. */
@Injectable()
export class Transitions {
  private readonly parts: TransitionPart[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
    private readonly revisions: Revisions,
    private readonly clock: Clock,
  ) {}

  /** Adds what a library does at actions; called once by each library's module. */
  add(part: TransitionPart): void {
    this.parts.push(part);
  }

  /** What this person may do with the edition now, and why not the rest. */
  async options(person: Person, editionId: string): Promise<TransitionOption[]> {
    const edition = await readEdition(this.dataSource, editionId);
    readableEdition(person, edition);
    const at = this.clock.now();
    return Promise.all(
      editionActions.map(async (action) => {
        const because = await this.against(this.dataSource, {
          action,
          edition,
          person,
          said: {},
          at,
        });
        return {
          action,
          allowed: because.length === 0,
          because,
          mustSay: transition(action).mustSay,
        };
      }),
    );
  }

  /** One action on one edition, in a transaction of its own. Returns the edition after it. */
  async perform(
    person: Person,
    editionId: string,
    expectedVersion: number,
    action: EditionAction,
    said: Said,
  ): Promise<EditionView> {
    return this.commands.run(async (tx, at) => {
      const edition = await readEdition(tx, editionId);
      readableEdition(person, edition);
      expectVersion(edition, expectedVersion);
      return editionView(tx, await this.move(tx, { action, edition, person, said, at }));
    });
  }

  /**
   * One action within the caller's transaction.
   * @throws NotAllowed, Refused, Invalid: the first thing that stands against it
   */
  async move(tx: EntityManager, move: Move): Promise<Edition> {
    const { action, edition, person, said, at } = move;
    const refusal = objection(action, edition, person) ?? unsaid(action, said, at);
    if (refusal) throw refusal;
    const [hindrance] = await this.hindrances(tx, move);
    if (hindrance) throw new Refused(hindrance.code, hindrance.facts);

    for (const part of this.partsOf(action)) await part.before?.(tx, move);
    const frozen = action === 'submit' && person ? await this.freeze(tx, move, person) : undefined;
    const { to, seat } = await this.outcome(tx, move);
    await this.write(tx, move, to, frozen?.id);

    const revisionId = frozen?.id ?? revisionOf(action, edition);
    const revisionHash = frozen?.hash ?? said.revisionHash;
    const subject = { ...subjectOf(edition), revisionId: revisionId ?? undefined, revisionHash };
    const fact = transition(action).records;
    await record(
      tx,
      at,
      person?.id ?? null,
      fact,
      subject,
      payloadOf(action, edition, to, said, seat),
    );
    for (const part of this.partsOf(action)) await part.after?.(tx, { ...move, to });
    if (action === 'sign_off' && to === 'approved') await this.approved(tx, move, subject);
    return readEdition(tx, edition.id);
  }

  private async freeze(tx: EntityManager, move: Move, person: Person) {
    const current = await readEdition(tx, move.edition.id);
    return this.revisions.freeze(tx, current, person.id, move.at);
  }

  /** The state moves only if nobody changed the edition since it was read. */
  private async write(
    tx: EntityManager,
    { action, edition, said, at }: Move,
    to: EditionState,
    reviewRevisionId: string | undefined,
  ): Promise<void> {
    const isMoved = to !== edition.state;
    if (isMoved) await noteStay(tx, edition, at);
    const columns = {
      state: to,
      updated_at: at,
      ...(isMoved && { state_since: at }),
      ...columnsSetBy(action, edition, to, { reviewRevisionId, said, at }),
    };
    const names = Object.keys(columns).map((name) => `${name} = ?`);
    const touched = await change(
      tx,
      `UPDATE edition SET ${names.join(', ')}, version = version + 1
       WHERE id = ? AND state = ? AND version = ?`,
      [...Object.values(columns), edition.id, edition.state, edition.version],
    );
    if (touched !== 1) throw changedMeanwhile(edition);
  }

  /** The last sign-off: says which translations the source now asks for. */
  private async approved(
    tx: EntityManager,
    { edition, person, at }: Move,
    subject: ReturnType<typeof subjectOf>,
  ): Promise<void> {
    const others = edition.isSource ? await editionsOf(tx, edition.articleId) : [];
    const languages = new Set([
      ...(edition.isSource ? edition.policy.requiredLanguages : []),
      ...others.map((other) => other.language),
    ]);
    languages.delete(edition.language);
    await record(tx, at, person?.id ?? null, 'edition.approved', subject, {
      languages: [...languages],
      urgent: edition.liveness === 'live',
    });
  }

  private async outcome(
    tx: EntityManager,
    move: Move,
  ): Promise<{ to: EditionState; seat: string }> {
    const { to } = transition(move.action);
    if (to === 'same') return { to: move.edition.state, seat: '' };
    const [only] = to;
    if (only && to.length === 1) return { to: only, seat: '' };
    const judge = this.partsOf(move.action).find((part) => part.outcome !== undefined);
    if (!judge?.outcome) throw new Error(`no library decides where ${move.action} leads`);
    return judge.outcome(tx, move);
  }

  /** All that stands against an action, for the screen: the table's first, else the parts'. */
  private async against(sql: Sql, move: Move): Promise<Hindrance[]> {
    const refusal: NewsroomError | null = objection(move.action, move.edition, move.person);
    return refusal ? [{ code: refusal.code, facts: refusal.facts }] : this.hindrances(sql, move);
  }

  private async hindrances(sql: Sql, move: Move): Promise<Hindrance[]> {
    const found: Hindrance[] = [];
    for (const part of this.partsOf(move.action)) {
      const hindrance = await part.hindrance?.(sql, move);
      if (hindrance) found.push(hindrance);
    }
    return found;
  }

  private partsOf(action: EditionAction): TransitionPart[] {
    return this.parts.filter((part) => part.actions.includes(action));
  }
}

/** @throws Refused `request.changed_meanwhile` unless the caller saw the newest version */
export function expectVersion(edition: Edition, version: number): void {
  if (edition.version !== version) throw changedMeanwhile(edition);
}

const changedMeanwhile = (edition: Edition): Refused =>
  new Refused('request.changed_meanwhile', {
    currentVersion: edition.version,
    state: edition.state,
  });

const revisionOf = (action: EditionAction, edition: Edition): string | null => {
  if (action === 'withdraw' || action === 'restore' || action === 'archive') {
    return edition.liveRevisionId;
  }
  return ['publish', 'correct', 'schedule', 'unschedule'].includes(action)
    ? edition.approvedRevisionId
    : edition.reviewRevisionId;
};
