import { z } from 'zod';
import { roleSchema } from '@desk/contracts';
import { newId, rows, type Sql } from '@desk/database';
import { languageSchema } from '@desk/languages';
import type { Grant } from './person.js';

const grantSchema = z.object({
  accountId: z.uuid(),
  role: roleSchema,
  sectionId: z.uuid().nullable(),
  sourceLanguage: languageSchema.nullable(),
  language: languageSchema.nullable(),
});

/** The grants of accounts. */
export async function grantsOf(
  sql: Sql,
  accountIds: readonly string[],
): Promise<Map<string, Grant[]>> {
  const grants = new Map<string, Grant[]>();
  if (accountIds.length === 0) return grants;
  const found = await rows(
    sql,
    grantSchema,
    `SELECT account_id AS accountId, role, section_id AS sectionId,
       source_language AS sourceLanguage, language
     FROM role_grant WHERE account_id IN (?) ORDER BY granted_at, id`,
    [accountIds],
  );
  for (const { accountId, ...grant } of found) {
    grants.set(accountId, [...(grants.get(accountId) ?? []), grant]);
  }
  return grants;
}

/** Takes away all grants of an account and gives these. */
export async function replaceGrants(
  tx: Sql,
  accountId: string,
  grants: readonly Grant[],
  by: string | null,
  at: Date,
): Promise<void> {
  await tx.query('DELETE FROM role_grant WHERE account_id = ?', [accountId]);
  const once = new Map(grants.map((grant) => [grantKey(accountId, grant), grant]));
  for (const [key, grant] of once) {
    await tx.query('INSERT INTO role_grant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      newId(),
      accountId,
      grant.role,
      grant.sectionId,
      grant.sourceLanguage,
      grant.language,
      by,
      at,
      key,
    ]);
  }
}

const grantKey = (accountId: string, grant: Grant): string =>
  [accountId, grant.role, grant.sectionId, grant.sourceLanguage, grant.language]
    .map((part) => part ?? '*')
    .join(' ');
