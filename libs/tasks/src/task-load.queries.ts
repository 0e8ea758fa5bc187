import { z } from 'zod';
import type { TaskLoad } from '@desk/contracts';
import { rows, wholeNumber, type Sql } from '@desk/database';
import type { Sections } from '@desk/people';

const THIRTY_DAYS_MS = 30 * 86_400_000;

const countsSchema = z.object({
  accountId: z.uuid().nullable(),
  name: z.string().nullable(),
  translate: wholeNumber,
  review: wholeNumber,
  sign_off: wholeNumber,
  overdue: wholeNumber,
  doneLast30Days: wholeNumber,
});

const counted = (condition: string, name: string): string =>
  `CAST(SUM(${condition}) AS UNSIGNED) AS ${name}`;

/** How much waits with whom in these sections; who has nothing is not listed. */
export async function taskLoad(sql: Sql, sections: Sections, at: Date): Promise<TaskLoad> {
  if (sections?.length === 0) return { free: nothing, people: [] };
  const live = "t.state <> 'done'";
  const found = await rows(
    sql,
    countsSchema,
    `SELECT t.assignee_id AS accountId, a.name,
       ${counted(`${live} AND t.kind = 'translate'`, 'translate')},
       ${counted(`${live} AND t.kind = 'review'`, 'review')},
       ${counted(`${live} AND t.kind = 'sign_off'`, 'sign_off')},
       ${counted(`${live} AND t.due_at <= ?`, 'overdue')},
       ${counted("t.state = 'done'", 'doneLast30Days')}
     FROM task t LEFT JOIN account a ON a.id = t.assignee_id
     WHERE (t.state IN ('open', 'claimed') OR (t.state = 'done' AND t.done_at > ?))
       ${sections === null ? '' : 'AND t.section_id IN (?)'}
     GROUP BY t.assignee_id, a.name ORDER BY a.name, t.assignee_id`,
    [at, new Date(at.getTime() - THIRTY_DAYS_MS), ...(sections === null ? [] : [sections])],
  );
  const free = found.find(({ accountId }) => accountId === null);
  return {
    free: free ? kindsOf(free) : nothing,
    people: found.flatMap(({ accountId, name, doneLast30Days, ...counts }) =>
      accountId === null
        ? []
        : [{ person: { id: accountId, name: name ?? '' }, ...counts, doneLast30Days }],
    ),
  };
}

const nothing = { translate: 0, review: 0, sign_off: 0, overdue: 0 };

const kindsOf = ({ translate, review, sign_off, overdue }: z.infer<typeof countsSchema>) => ({
  translate,
  review,
  sign_off,
  overdue,
});
