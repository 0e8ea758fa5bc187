import { z } from 'zod';
import { flag, jsonColumn, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import { roleSchema } from '@desk/contracts';
import type { Grant, Person } from './person.js';

const personRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  role: roleSchema.nullable(),
  sectionId: z.uuid().nullable(),
  sourceLanguage: languageSchema.nullable(),
  grantLanguage: languageSchema.nullable(),
});
const personColumns = `a.id, a.name, a.email, a.language, a.time_zone AS timeZone, g.role,
  g.section_id AS sectionId, g.source_language AS sourceLanguage, g.language AS grantLanguage`;

const sessionRow = personRow.extend({
  csrfToken: z.string(),
  toTouch: flag,
});
const tokenRow = personRow.extend({ scopes: jsonColumn(z.array(z.string())), toTouch: flag });

/** The grants of a person, one in each row of a join; none when the join found none. */
function personOf(
  found: readonly z.infer<typeof personRow>[],
  scopes: Person['scopes'],
): Person | null {
  const [first] = found;
  if (!first) return null;
  const grants: Grant[] = found.flatMap(({ role, sectionId, sourceLanguage, grantLanguage }) =>
    role === null ? [] : [{ role, sectionId, sourceLanguage, language: grantLanguage }],
  );
  const { id, name, email, language, timeZone } = first;
  return { id, name, email, language, timeZone, grants, scopes };
}

/** Who holds a live session; one query, asked with every request. */
export async function personOfSession(
  sql: Sql,
  sessionHash: string,
  at: Date,
): Promise<{ person: Person; csrfToken: string; toTouch: boolean } | null> {
  const found = await rows(
    sql,
    sessionRow,
    `SELECT ${personColumns}, s.csrf_token AS csrfToken,
       s.last_seen_at < ? - INTERVAL 1 MINUTE AS toTouch
     FROM session s JOIN account a ON a.id = s.account_id AND a.status = 'active'
     LEFT JOIN role_grant g ON g.account_id = a.id
     WHERE s.id_hash = ? AND s.expires_at > ? AND s.last_seen_at > ? - INTERVAL 12 HOUR`,
    [at, sessionHash, at, at],
  );
  const person = personOf(found, null);
  const [first] = found;
  return person && first ? { person, csrfToken: first.csrfToken, toTouch: first.toTouch } : null;
}

/** Who holds a live API token, with its scopes. */
export async function personOfToken(
  sql: Sql,
  tokenHash: string,
  at: Date,
): Promise<{ person: Person; toTouch: boolean } | null> {
  const found = await rows(
    sql,
    tokenRow,
    `SELECT ${personColumns}, t.scopes,
       (t.last_used_at IS NULL OR t.last_used_at < ? - INTERVAL 1 MINUTE) AS toTouch
     FROM api_token t JOIN account a ON a.id = t.account_id AND a.status = 'active'
     LEFT JOIN role_grant g ON g.account_id = a.id
     WHERE t.token_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ?`,
    [at, tokenHash, at],
  );
  const [first] = found;
  const person = first ? personOf(found, first.scopes) : null;
  return person && first ? { person, toTouch: first.toTouch } : null;
}

/** An active account as a person with all that they may. */
export async function personById(sql: Sql, id: string): Promise<Person | null> {
  const found = await rows(
    sql,
    personRow,
    `SELECT ${personColumns} FROM account a LEFT JOIN role_grant g ON g.account_id = a.id
     WHERE a.id = ? AND a.status = 'active'`,
    [id],
  );
  return personOf(found, null);
}

/** Everybody with an active account, with all that they may, by name. */
export async function activePeople(sql: Sql): Promise<Person[]> {
  const found = await rows(
    sql,
    personRow,
    `SELECT ${personColumns} FROM account a LEFT JOIN role_grant g ON g.account_id = a.id
     WHERE a.status = 'active' ORDER BY a.name COLLATE utf8mb4_uca1400_vietnamese_as_cs, a.id`,
  );
  const ofEach = new Map<string, z.infer<typeof personRow>[]>();
  for (const row of found) ofEach.set(row.id, [...(ofEach.get(row.id) ?? []), row]);
  return [...ofEach.values()].flatMap((ofOne) => personOf(ofOne, null) ?? []);
}
