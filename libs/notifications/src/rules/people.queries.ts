import { z } from 'zod';
import { roleSchema, type Role } from '@desk/contracts';
import { rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import type { Grant, Person } from '@desk/people';

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  timeZone: z.string(),
  role: roleSchema.nullable(),
  sectionId: z.uuid().nullable(),
  grantSourceLanguage: languageSchema.nullable(),
  grantLanguage: languageSchema.nullable(),
});

const columns = `a.id, a.name, a.email, a.language, a.time_zone AS timeZone, g.role,
  g.section_id AS sectionId, g.source_language AS grantSourceLanguage, g.language AS grantLanguage`;

/**
 * People with active accounts, as the rules ask about them: those named, and those who hold
 * one of `roles` in the section (or everywhere).
 */
export async function peopleWhoMayHear(
  sql: Sql,
  named: readonly string[],
  roles: readonly Role[],
  sectionId: string | null,
): Promise<Person[]> {
  const wanted: string[] = [];
  const parameters: unknown[] = [];
  if (named.length > 0) {
    wanted.push('a.id IN (?)');
    parameters.push(named);
  }
  if (roles.length > 0) {
    wanted.push(
      `a.id IN (SELECT account_id FROM role_grant WHERE role IN (?)
         ${sectionId === null ? '' : 'AND (section_id IS NULL OR section_id = ?)'})`,
    );
    parameters.push(roles, ...(sectionId === null ? [] : [sectionId]));
  }
  if (wanted.length === 0) return [];
  const found = await rows(
    sql,
    rowSchema,
    `SELECT ${columns} FROM account a LEFT JOIN role_grant g ON g.account_id = a.id
     WHERE a.status = 'active' AND (${wanted.join(' OR ')}) ORDER BY a.id`,
    parameters,
  );
  return gathered(found);
}

/** One person a run of rows, one grant a row. */
function gathered(found: readonly z.infer<typeof rowSchema>[]): Person[] {
  const people = new Map<string, Person & { grants: Grant[] }>();
  for (const { id, name, email, language, timeZone, ...grant } of found) {
    const person = people.get(id) ?? {
      id,
      name,
      email,
      language,
      timeZone,
      grants: [],
      scopes: null,
    };
    people.set(id, person);
    if (grant.role === null) continue;
    person.grants.push({
      role: grant.role,
      sectionId: grant.sectionId,
      sourceLanguage: grant.grantSourceLanguage,
      language: grant.grantLanguage,
    });
  }
  return [...people.values()];
}
