import { randomUUID } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { z } from 'zod';

/** What the server was asked on one connection, in order. */
export interface Transcript {
  readonly statements: readonly string[];
}

const logSchema = z.array(z.object({ thread: z.coerce.number(), statement: z.coerce.string() }));
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Writes down every statement that `database` is asked while `work` goes on, by MariaDB's own
 * general log, so that a baseline can ask exactly the same without anything around it.
 */
export async function recorded(
  server: Connection,
  database: string,
  work: () => Promise<unknown>,
): Promise<Transcript> {
  await server.query("SET GLOBAL log_output = 'TABLE'");
  await server.query('TRUNCATE mysql.general_log');
  await server.query('SET GLOBAL general_log = ON');
  try {
    await work();
  } finally {
    await server.query('SET GLOBAL general_log = OFF');
  }
  // The log is a file that is read from its beginning: sorted by time, what happened within one
  // microsecond would change places.
  const [rows] = await server.query(
    `SELECT thread_id AS thread, CONVERT(argument USING utf8mb4) AS statement
     FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute') AND user_host NOT LIKE '%event%'`,
  );
  const statements = logSchema
    .parse(rows)
    .map(({ statement }) => statement)
    .filter((statement) => !/general_log|log_output/.test(statement));
  if (statements.length === 0) throw new Error(`nothing was asked of ${database}`);
  return { statements };
}

/**
 * The same statements once more, as if by another command: ids that the commands made are new
 * ones each time, `words` of their texts too; what `known` holds stays.
 */
export function* renewed(
  { statements }: Transcript,
  known: ReadonlySet<string>,
  words: Readonly<Record<string, string>>,
): Generator<string> {
  const ids = new Map<string, string>();
  const idFor = (id: string): string => {
    if (known.has(id)) return id;
    const made = ids.get(id) ?? randomUUID();
    ids.set(id, made);
    return made;
  };
  for (const statement of statements) {
    let text = statement.replace(uuid, idFor);
    for (const [word, other] of Object.entries(words)) text = text.replaceAll(word, other);
    yield text;
  }
}
