import { z } from 'zod';
import {
  emailModeSchema,
  inboxModeSchema,
  noticeKindSchema,
  type EmailMode,
  type InboxMode,
  type NoticeKind,
} from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import { hearing } from '../rules/hearing.js';

/** How one person hears of one kind of thing. */
export interface Modes {
  readonly inbox: InboxMode;
  readonly email: EmailMode;
}

const wishSchema = z.discriminatedUnion('channel', [
  z.object({
    accountId: z.uuid(),
    kind: noticeKindSchema,
    channel: z.literal('inbox'),
    mode: inboxModeSchema,
  }),
  z.object({
    accountId: z.uuid(),
    kind: noticeKindSchema,
    channel: z.literal('email'),
    mode: emailModeSchema,
  }),
]);
type Wish = z.infer<typeof wishSchema>;

const columns = 'account_id AS accountId, kind, channel, mode';

/** How each of these people hears of a kind: as they wish, else as is usual. */
export async function modesOf(
  sql: Sql,
  kind: NoticeKind,
  accountIds: readonly string[],
): Promise<(accountId: string) => Modes> {
  const wishes =
    accountIds.length === 0 || 'fixed' in hearing[kind]
      ? []
      : await rows(
          sql,
          wishSchema,
          `SELECT ${columns} FROM notification_preference WHERE kind = ? AND account_id IN (?)`,
          [kind, accountIds],
        );
  return (accountId) =>
    modes(
      kind,
      wishes.filter((wish) => wish.accountId === accountId),
    );
}

/** All that one person has wished. */
export const wishesOf = (sql: Sql, accountId: string): Promise<Wish[]> =>
  rows(sql, wishSchema, `SELECT ${columns} FROM notification_preference WHERE account_id = ?`, [
    accountId,
  ]);

/** What is usual for a kind, with a person's wishes laid over it. */
export function modes(kind: NoticeKind, wishes: readonly Wish[]): Modes {
  const { inbox, email } = hearing[kind];
  return wishes
    .filter((wish) => wish.kind === kind)
    .reduce<Modes>((sum, wish) => ({ ...sum, [wish.channel]: wish.mode }), { inbox, email });
}
