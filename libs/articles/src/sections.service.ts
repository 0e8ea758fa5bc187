import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  inThreeLanguagesSchema,
  signOffPolicySchema,
  type InThreeLanguages,
  type SignOffPolicy,
} from '@desk/contracts';
import { change, firstRow, isDuplicate, jsonColumn, newId, rows, type Sql } from '@desk/database';
import { Missing, NotAllowed, Refused } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { can, visibleSections, type Person } from '@desk/people';

export const sectionSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  names: jsonColumn(inThreeLanguagesSchema),
  policy: jsonColumn(signOffPolicySchema),
  position: z.int(),
  version: z.int(),
});
export type Section = z.infer<typeof sectionSchema>;

const columns = 'id, code, names, policy, position, version';

/** What may be said of a section when it is made or changed. */
export interface SectionDraft {
  readonly code: string;
  readonly names: InThreeLanguages;
  readonly policy: SignOffPolicy;
  readonly position: number;
}

/** Told in the same transaction when a section is made or changed. */
export type SectionFollower = (tx: EntityManager, section: Section) => Promise<void>;

/** The parts of the portal and of the organisation, with their sign-off policies. */
@Injectable()
export class Sections {
  private readonly followers: SectionFollower[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  follow(follower: SectionFollower): void {
    this.followers.push(follower);
  }

  /** The sections that the person may see, in the portal's order. */
  async list(person: Person): Promise<Section[]> {
    const all = await rows(
      this.dataSource,
      sectionSchema,
      `SELECT ${columns} FROM section ORDER BY position, code`,
    );
    const seen = visibleSections(person);
    return seen === null || can(person, 'section.manage')
      ? all
      : all.filter((section) => seen.includes(section.id));
  }

  /** @throws Refused `section.code_taken`, NotAllowed `permission.denied` */
  async create(person: Person, draft: SectionDraft): Promise<Section> {
    allow(person);
    return this.commands.run(async (tx, at) => {
      const id = newId();
      await unlessTaken(draft.code, () =>
        change(tx, 'INSERT INTO section VALUES (?, ?, ?, ?, ?, 1, ?, ?)', [
          id,
          draft.code,
          JSON.stringify(draft.names),
          JSON.stringify(draft.policy),
          draft.position,
          at,
          at,
        ]),
      );
      await record(tx, at, person.id, 'section.created', { sectionId: id }, { code: draft.code });
      return this.told(tx, id);
    });
  }

  /**
   * Changes what is given. A changed policy holds for review rounds opened from now on.
   * @throws Refused `request.changed_meanwhile`, `section.code_taken`
   */
  async update(
    person: Person,
    id: string,
    expectedVersion: number,
    changes: Partial<SectionDraft>,
  ): Promise<Section> {
    allow(person);
    return this.commands.run(async (tx, at) => {
      const next = { ...(await section(tx, id)), ...changes };
      const touched = await unlessTaken(next.code, () =>
        change(
          tx,
          `UPDATE section SET code = ?, names = ?, policy = ?, position = ?, updated_at = ?,
             version = version + 1 WHERE id = ? AND version = ?`,
          [
            next.code,
            JSON.stringify(next.names),
            JSON.stringify(next.policy),
            next.position,
            at,
            id,
            expectedVersion,
          ],
        ),
      );
      if (touched !== 1) {
        throw new Refused('request.changed_meanwhile', { currentVersion: next.version });
      }
      const fields = Object.keys(changes);
      await record(tx, at, person.id, 'section.changed', { sectionId: id }, { fields });
      return this.told(tx, id);
    });
  }

  private async told(tx: EntityManager, id: string): Promise<Section> {
    const now = await section(tx, id);
    for (const follower of this.followers) await follower(tx, now);
    return now;
  }
}

/** @throws Missing `section.missing` */
export async function section(sql: Sql, id: string): Promise<Section> {
  const found = await firstRow(sql, sectionSchema, `SELECT ${columns} FROM section WHERE id = ?`, [
    id,
  ]);
  if (!found) throw new Missing('section.missing', { id });
  return found;
}

function allow(person: Person): void {
  if (!can(person, 'section.manage')) {
    throw new NotAllowed('permission.denied', { permission: 'section.manage' });
  }
}

async function unlessTaken<T>(code: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) throw new Refused('section.code_taken', { code });
    throw error;
  }
}
