import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { change, firstRow, newId, rows, type Sql } from '@desk/database';
import type { Entry } from '@desk/ledger';
import { noticeFacts, withReason } from './inbox/notice-facts.js';
import { modesOf, type Modes } from './inbox/preferences.queries.js';
import { isNoticeKind } from './rules/hearing.js';
import { peopleWhoMayHear } from './rules/people.queries.js';
import { circumstancesOf } from './rules/situation.queries.js';
import { namedIn, rolesThatHear, whoHears, type Listener } from './rules/who-hears.policy.js';
import { mailHost, NOTIFICATION_SETTINGS, type NotificationSettings } from './settings.js';

/** Somebody who is told, why, how, and under which id. */
interface Telling extends Listener, Modes {
  readonly noticeId: string;
}

/** Tells those who must know what happened. */
@Injectable()
export class FanOut {
  private readonly host: string;

  constructor(@Inject(NOTIFICATION_SETTINGS) settings: NotificationSettings) {
    this.host = mailHost(settings);
  }

  /**
   * Writes the notices of a ledger entry, the e-mails that go out at once, and what waits for
   * a digest, all in the transaction given. Each person gets each entry once (guarantee C):
   * a repetition finds who was told, and the unique key of `notice` stands behind it.
   */
  async fanOut(tx: EntityManager, at: Date, entry: Entry): Promise<void> {
    const kind = entry.fact;
    if (!isNoticeKind(kind)) return;
    const { situation, title } = await circumstancesOf(tx, entry);
    const people = await peopleWhoMayHear(
      tx,
      namedIn(situation),
      rolesThatHear(kind),
      situation.about?.sectionId ?? null,
    );
    const listeners = whoHears(entry, situation, people);
    if (listeners.length === 0) return;

    const told = await alreadyTold(tx, entry.id);
    const modesFor = await modesOf(
      tx,
      kind,
      listeners.map(({ person }) => person.id),
    );
    const tellings = listeners
      .filter(({ person }) => !told.has(person.id))
      .map((listener) => ({ ...listener, ...modesFor(listener.person.id), noticeId: newId() }))
      .filter(({ inbox, email }) => inbox !== 'off' || email !== 'off');
    if (tellings.length === 0) return;

    const facts = noticeFacts(entry, await nameOfActor(tx, entry.actorId), title);
    const taskId = kind.startsWith('task.') ? entry.subjectId : null;
    const sectionId = situation.about?.sectionId ?? null;
    await insert(
      tx,
      `INSERT INTO notice (id, account_id, entry_id, kind, facts, in_inbox, section_id,
         article_id, edition_id, task_id, created_at)`,
      tellings.map(({ noticeId, person, reason, inbox }) => [
        noticeId,
        person.id,
        entry.id,
        kind,
        JSON.stringify(withReason(facts, reason)),
        inbox !== 'off',
        sectionId,
        entry.articleId,
        entry.editionId,
        taskId,
        at,
      ]),
    );
    await this.writeEmails(tx, at, entry, tellings);
    await insert(
      tx,
      'INSERT INTO digest_item (notice_id, account_id)',
      tellings
        .filter(({ email }) => email === 'digest')
        .map(({ noticeId, person }) => [noticeId, person.id]),
    );
  }

  private async writeEmails(
    tx: EntityManager,
    at: Date,
    entry: Entry,
    tellings: readonly Telling[],
  ): Promise<void> {
    const immediate = tellings.filter(({ email }) => email === 'immediate');
    await insert(
      tx,
      `INSERT INTO email (id, account_id, message_id, notice_id, request_id, send_after, created_at)`,
      immediate.map(({ person, noticeId }) => {
        const id = newId();
        return [id, person.id, `<${id}@${this.host}>`, noticeId, entry.requestId, at, at];
      }),
    );
  }
}

/** One statement for any number of rows. */
async function insert(tx: Sql, into: string, all: readonly (readonly unknown[])[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const row = `(${first.map(() => '?').join(', ')})`;
  await change(tx, `${into} VALUES ${all.map(() => row).join(', ')}`, all.flat());
}

async function alreadyTold(tx: Sql, entryId: string): Promise<ReadonlySet<string>> {
  const found = await rows(
    tx,
    z.object({ accountId: z.uuid() }),
    'SELECT account_id AS accountId FROM notice WHERE entry_id = ?',
    [entryId],
  );
  return new Set(found.map(({ accountId }) => accountId));
}

async function nameOfActor(tx: Sql, actorId: string | null): Promise<string | null> {
  if (actorId === null) return null;
  const found = await firstRow(
    tx,
    z.object({ name: z.string() }),
    'SELECT name FROM account WHERE id = ?',
    [actorId],
  );
  return found?.name ?? null;
}
