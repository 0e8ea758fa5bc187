import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  MAX_SAVED_VIEWS,
  type SavedView,
  type SavedViewChanges,
  type SavedViewDraft,
} from '@desk/contracts';
import { change, firstRow, isDuplicate, newId, wholeNumber } from '@desk/database';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { can, type Person } from '@desk/people';
import { ownView, viewsOf } from './saved-views.queries.js';

/** Ways to look at the board that people keep under a name, for themselves or a whole section. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  list(person: Person): Promise<SavedView[]> {
    return viewsOf(this.dataSource, person);
  }

  /** @throws Refused `view.too_many`, `view.name_taken`; NotAllowed `permission.denied` */
  async create(person: Person, { name, filter, sectionId }: SavedViewDraft): Promise<SavedView> {
    mayShare(person, sectionId);
    return this.commands.run(async (tx, at) => {
      await refuseOneTooMany(tx, person);
      const id = newId();
      const parameters = [id, person.id, name, JSON.stringify(filter), sectionId, at, at];
      await named(name, () =>
        change(tx, 'INSERT INTO saved_view VALUES (?, ?, ?, ?, ?, ?, ?, 1)', parameters),
      );
      return own(tx, person, id);
    });
  }

  /** @throws Missing `view.missing`; Refused `request.changed_meanwhile`, `view.name_taken` */
  async change(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: SavedViewChanges,
  ): Promise<SavedView> {
    return this.commands.run(async (tx, at) => {
      const before = await own(tx, person, id);
      const { name = before.name, filter = before.filter } = changes;
      const sectionId = changes.sectionId === undefined ? before.sectionId : changes.sectionId;
      if (sectionId !== before.sectionId) mayShare(person, sectionId);
      const touched = await named(name, () =>
        change(
          tx,
          `UPDATE saved_view SET name = ?, filter = ?, section_id = ?, updated_at = ?,
             version = version + 1 WHERE id = ? AND version = ?`,
          [name, JSON.stringify(filter), sectionId, at, id, expectedVersion],
        ),
      );
      if (touched !== 1) {
        throw new Refused('request.changed_meanwhile', { currentVersion: before.version });
      }
      return own(tx, person, id);
    });
  }

  /** @throws Missing `view.missing` */
  async delete(person: Person, id: string): Promise<void> {
    await this.commands.run(async (tx) => {
      await own(tx, person, id);
      await change(tx, 'DELETE FROM saved_view WHERE id = ?', [id]);
    });
  }
}

async function own(tx: EntityManager, person: Person, id: string): Promise<SavedView> {
  const found = await ownView(tx, person, id);
  if (!found) throw new Missing('view.missing', { id });
  return found;
}

/** With a section only who directs it shares a view; what they may not see they cannot name. */
function mayShare(person: Person, sectionId: string | null): void {
  if (sectionId === null) return;
  if (!can(person, 'article.read', { sectionId })) {
    throw new Missing('section.missing', { id: sectionId });
  }
  if (!can(person, 'view.share', { sectionId })) {
    throw new NotAllowed('permission.denied', { permission: 'view.share' });
  }
}

/** Two requests of one person wait for each other, so that neither passes the limit. */
async function refuseOneTooMany(tx: EntityManager, person: Person): Promise<void> {
  await tx.query('SELECT id FROM account WHERE id = ? FOR UPDATE', [person.id]);
  const found = await firstRow(
    tx,
    z.object({ n: wholeNumber }),
    'SELECT COUNT(*) AS n FROM saved_view WHERE account_id = ?',
    [person.id],
  );
  if ((found?.n ?? 0) >= MAX_SAVED_VIEWS) {
    throw new Refused('view.too_many', { most: MAX_SAVED_VIEWS });
  }
}

async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) throw new Refused('view.name_taken', { name });
    throw error;
  }
}
