import { z } from 'zod';
import { change, firstRow, rows, type Sql } from '@desk/database';
import { tryId } from '../retry.js';
import { noticeColumns, noticeRowSchema, type NoticeRow } from '../inbox/notices.queries.js';

/** Longer than any try may take; after it another worker may send the mail again. */
const LEASE_MS = 180_000;

/** E-mails that are to be sent now: new ones, those to be tried again, those whose sender died. */
export async function dueEmails(
  sql: Sql,
  at: Date,
  limit: number,
): Promise<{ jobId: string; id: string }[]> {
  const found = await rows(
    sql,
    z.object({ id: z.uuid(), attempts: z.int(), dueAt: z.date() }),
    `(SELECT id, attempts, send_after AS dueAt FROM email
        WHERE state = 'waiting' AND send_after <= ? ORDER BY send_after LIMIT ?)
     UNION ALL
     (SELECT id, attempts, lease_until FROM email
        WHERE state = 'sending' AND lease_until <= ? LIMIT ?)`,
    [at, limit, at, limit],
  );
  return found
    .slice(0, limit)
    .map(({ id, attempts, dueAt }) => ({ jobId: tryId(id, attempts, dueAt, at), id }));
}

const emailSchema = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  messageId: z.string(),
  noticeId: z.uuid().nullable(),
  requestId: z.string(),
  attempts: z.int(),
});
export type EmailRow = z.infer<typeof emailSchema>;

/** Takes an e-mail to send it; null when it is not due or another worker has it. */
export async function claimEmail(sql: Sql, id: string, at: Date): Promise<EmailRow | null> {
  const claimed = await change(
    sql,
    `UPDATE email SET state = 'sending', attempts = attempts + 1, lease_until = ?
     WHERE id = ? AND ((state = 'waiting' AND send_after <= ?)
       OR (state = 'sending' AND lease_until <= ?))`,
    [new Date(at.getTime() + LEASE_MS), id, at, at],
  );
  if (claimed === 0) return null;
  return firstRow(
    sql,
    emailSchema,
    `SELECT id, account_id AS accountId, message_id AS messageId, notice_id AS noticeId,
       request_id AS requestId, attempts FROM email WHERE id = ?`,
    [id],
  );
}

/**
 * How the try ended. Only for whoever still holds the claim: one that was overtaken because
 * its lease ran out changes nothing.
 */
export async function endTry(
  sql: Sql,
  { id, attempts }: EmailRow,
  end: {
    state: 'sent' | 'waiting' | 'dead' | 'dropped';
    sentAt?: Date;
    sendAfter?: Date;
    error?: string;
  },
): Promise<boolean> {
  const touched = await change(
    sql,
    `UPDATE email SET state = ?, lease_until = NULL, sent_at = ?,
       send_after = COALESCE(?, send_after), last_error = ?
     WHERE id = ? AND state = 'sending' AND attempts = ?`,
    [
      end.state,
      end.sentAt ?? null,
      end.sendAfter ?? null,
      end.error?.slice(0, 1_000) ?? null,
      id,
      attempts,
    ],
  );
  return touched === 1;
}

/** The notices that an e-mail tells: its one, or those of its digest not yet read. */
export const noticesIn = (sql: Sql, email: EmailRow): Promise<NoticeRow[]> =>
  email.noticeId === null
    ? rows(
        sql,
        noticeRowSchema,
        `SELECT ${noticeColumns} FROM digest_item d JOIN notice n ON n.id = d.notice_id
         WHERE d.email_id = ? AND n.read_at IS NULL ORDER BY n.id`,
        [email.id],
      )
    : rows(sql, noticeRowSchema, `SELECT ${noticeColumns} FROM notice n WHERE n.id = ?`, [
        email.noticeId,
      ]);

const deadSchema = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  kind: z.string().nullable(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.date(),
});
export type DeadEmail = z.infer<typeof deadSchema>;

/** E-mails given up, newest first; `kind` null: a digest. */
export const deadEmails = (sql: Sql, limit: number): Promise<DeadEmail[]> =>
  rows(
    sql,
    deadSchema,
    `SELECT e.id, e.account_id AS accountId, n.kind, e.attempts, e.last_error AS lastError,
       e.created_at AS createdAt
     FROM email e LEFT JOIN notice n ON n.id = e.notice_id
     WHERE e.state = 'dead' ORDER BY e.id DESC LIMIT ?`,
    [limit],
  );

/** A dead e-mail is to be sent after all, with the same Message-ID. */
export async function reviveEmail(tx: Sql, id: string, at: Date): Promise<boolean> {
  const touched = await change(
    tx,
    `UPDATE email SET state = 'waiting', send_after = ?, attempts = 0, last_error = NULL
     WHERE id = ? AND state = 'dead'`,
    [at, id],
  );
  return touched === 1;
}
