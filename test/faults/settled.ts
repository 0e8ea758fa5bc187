import { z } from 'zod';
import { rows, wholeNumber, type Sql } from '@desk/database';
import { verifyLedger } from '@desk/ledger';
import { eventually } from '../support/eventually.js';

const counts = z.object({ what: z.string(), n: wholeNumber });

/** What is still under way in a newsroom, by kind. */
async function underWay(sql: Sql): Promise<Record<string, number>> {
  const found = await rows(
    sql,
    counts,
    `SELECT 'entries to dispatch' AS what, COUNT(*) AS n FROM ledger_entry WHERE dispatched_at IS NULL
     UNION ALL SELECT CONCAT('jobs ', state), COUNT(*) FROM ledger_job WHERE state <> 'done' GROUP BY state
     UNION ALL SELECT CONCAT('e-mails ', state), COUNT(*) FROM email
       WHERE state IN ('waiting', 'sending', 'dead') GROUP BY state
     UNION ALL SELECT CONCAT('deliveries ', state), COUNT(*) FROM webhook_delivery
       WHERE state <> 'sent' GROUP BY state
     UNION ALL SELECT 'releases due', COUNT(*) FROM \`release\`
       WHERE state = 'planned' AND publish_at < UTC_TIMESTAMP(3)`,
  );
  return Object.fromEntries(found.filter(({ n }) => n > 0).map(({ what, n }) => [what, n]));
}

/**
 * Some minutes go by for what a killed worker was sending: then it is sent again.
 */
export async function leasesRunOut(sql: Sql): Promise<void> {
  await sql.query(
    "UPDATE webhook_delivery SET send_after = UTC_TIMESTAMP(3) WHERE state = 'waiting'",
  );
  await sql.query("UPDATE email SET lease_until = UTC_TIMESTAMP(3) WHERE state = 'sending'");
}

/** Waits until nothing is under way and all of the ledger is sealed. */
export async function settled(sql: Sql, patience = 90_000): Promise<void> {
  await eventually(async () => expect(await underWay(sql)).toEqual({}), patience);
  await eventually(async () => {
    const [all] = await rows(
      sql,
      counts,
      "SELECT 'entries' AS what, COUNT(*) AS n FROM ledger_entry",
    );
    const { entries, breaks } = await verifyLedger(sql);
    expect({ entries, breaks }).toEqual({ entries: all?.n, breaks: [] });
  });
}

/** What stands more than once, or is missing, where exactly one is promised. */
export async function notExactlyOnce(sql: Sql): Promise<unknown[]> {
  return rows(
    sql,
    z.object({ what: z.string(), of: z.string(), n: wholeNumber }),
    `SELECT CONCAT('translate tasks ', t.language) AS what, t.article_id AS \`of\`, COUNT(*) AS n
       FROM task t WHERE t.kind = 'translate' AND t.state <> 'cancelled'
       GROUP BY t.language, t.article_id, t.revision_id HAVING COUNT(*) <> 1
     UNION ALL
     SELECT CONCAT('missing task ', l.code), e.article_id, 0
       FROM edition e JOIN (SELECT 'en' AS code UNION SELECT 'km') l
       LEFT JOIN task t ON t.article_id = e.article_id AND t.language = l.code AND t.kind = 'translate'
       WHERE e.language = 'vi' AND e.state = 'approved' AND t.id IS NULL
     UNION ALL
     SELECT 'sign-off tasks', t.round_id, COUNT(*) FROM task t WHERE t.kind = 'sign_off'
       GROUP BY t.round_id HAVING COUNT(*) <> 1
     UNION ALL
     SELECT 'notices of a task', n.task_id, COUNT(*) FROM notice n
       WHERE n.kind = 'task.opened' GROUP BY n.task_id, n.account_id HAVING COUNT(*) <> 1
     UNION ALL
     SELECT 'task without notice', t.id, 0 FROM task t
       LEFT JOIN notice n ON n.task_id = t.id AND n.kind = 'task.opened'
       WHERE n.id IS NULL
     UNION ALL
     SELECT 'e-mails of a notice', m.notice_id, COUNT(*) FROM email m
       WHERE m.notice_id IS NOT NULL GROUP BY m.notice_id HAVING COUNT(*) <> 1
     UNION ALL
     SELECT 'segments', s.edition_id, COUNT(*) FROM segment s
       GROUP BY s.edition_id, s.source_revision_id, s.position HAVING COUNT(*) <> 1
     UNION ALL
     SELECT 'task without segments', t.edition_id, 0 FROM task t
       LEFT JOIN segment s ON s.edition_id = t.edition_id AND s.source_revision_id = t.revision_id
       WHERE t.kind = 'translate' AND s.id IS NULL`,
  );
}
