import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { subscriptionSchema, type Following, type Subscription } from '@desk/contracts';
import { change, firstRow, rows, type Sql } from '@desk/database';
import { Missing } from '@desk/errors';
import { Commands } from '@desk/ledger';
import { can, type Person } from '@desk/people';

/** Articles and sections that people follow without having a part in them. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  async of(accountId: string): Promise<Subscription[]> {
    return rows(
      this.dataSource,
      subscriptionSchema,
      `SELECT subject, subject_id AS subjectId, created_at AS createdAt FROM subscription
       WHERE account_id = ? ORDER BY created_at DESC, subject_id`,
      [accountId],
    );
  }

  /**
   * Follows an article or a section; following it already is no error.
   * @throws Missing `article.missing`, `section.missing` also when the person may not see it
   */
  async follow(person: Person, { subject, subjectId }: Following): Promise<Subscription> {
    return this.commands.run(async (tx, at) => {
      const sectionId = await sectionOf(tx, subject, subjectId);
      if (sectionId === null || !can(person, 'article.read', { sectionId })) {
        throw new Missing(`${subject}.missing`, { id: subjectId });
      }
      await change(
        tx,
        `INSERT INTO subscription (account_id, subject, subject_id, created_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE created_at = created_at`,
        [person.id, subject, subjectId, at],
      );
      return { subject, subjectId, createdAt: at };
    });
  }

  /** Follows it no longer; not following it is no error. */
  async unfollow(person: Person, { subject, subjectId }: Following): Promise<void> {
    await this.commands.run((tx) =>
      change(
        tx,
        'DELETE FROM subscription WHERE account_id = ? AND subject = ? AND subject_id = ?',
        [person.id, subject, subjectId],
      ),
    );
  }
}

async function sectionOf(
  sql: Sql,
  subject: Following['subject'],
  subjectId: string,
): Promise<string | null> {
  const found = await firstRow(
    sql,
    z.object({ sectionId: z.uuid() }),
    subject === 'article'
      ? 'SELECT section_id AS sectionId FROM article WHERE id = ?'
      : 'SELECT id AS sectionId FROM section WHERE id = ?',
    [subjectId],
  );
  return found?.sectionId ?? null;
}
