import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { change, jsonColumn, newId, rows } from '@desk/database';
import { Invalid, Missing } from '@desk/errors';
import { Commands, record } from '@desk/ledger';
import { permissions } from './can.policy.js';
import type { Person } from './person.js';
import { newSecret, secretHash } from './secrets.js';

const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: jsonColumn(z.array(z.string())),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
});
export type Token = z.infer<typeof tokenSchema>;

/** Scopes that a token may have: each permission, each group (`edition.*`), and `read`. */
export const tokenScopes: readonly string[] = [
  'read',
  ...new Set(Object.keys(permissions).flatMap((name) => [`${name.split('.')[0] ?? name}.*`, name])),
];

/** API tokens for integrations: never wider than their owner, shown once, kept as a hash. */
@Injectable()
export class Tokens {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: Commands,
  ) {}

  /**
   * `token` is told this once and never again: it stands beside the answer that an
   * Idempotency-Key keeps, so that not even a repeated request finds it.
   * @throws Invalid `token.scope_unknown`
   */
  async create(
    person: Person,
    draft: { name: string; scopes: readonly string[]; days: number },
  ): Promise<Token & { token: string }> {
    const unknown = draft.scopes.find((scope) => !tokenScopes.includes(scope));
    if (unknown !== undefined) throw new Invalid('token.scope_unknown', { scope: unknown });
    const token = `md_${newSecret()}`;
    const made = await this.commands.run(async (tx, at) => {
      const id = newId();
      const expiresAt = new Date(at.getTime() + draft.days * 86_400_000);
      await change(
        tx,
        `INSERT INTO api_token (id, account_id, name, token_hash, scopes, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [id, person.id, draft.name, secretHash(token), JSON.stringify(draft.scopes), at, expiresAt],
      );
      const { name } = draft;
      const scopes = [...draft.scopes];
      await record(tx, at, person.id, 'token.created', { subjectId: id }, { name, scopes });
      return { id, name, scopes, createdAt: at, expiresAt, lastUsedAt: null };
    });
    return { ...made, token };
  }

  async list(person: Person): Promise<Token[]> {
    return rows(
      this.dataSource,
      tokenSchema,
      `SELECT id, name, scopes, created_at AS createdAt, expires_at AS expiresAt,
         last_used_at AS lastUsedAt
       FROM api_token WHERE account_id = ? AND revoked_at IS NULL ORDER BY id`,
      [person.id],
    );
  }

  /** @throws Missing `token.missing` */
  async revoke(person: Person, id: string): Promise<void> {
    await this.commands.run(async (tx, at) => {
      const touched = await change(
        tx,
        'UPDATE api_token SET revoked_at = ? WHERE id = ? AND account_id = ? AND revoked_at IS NULL',
        [at, id, person.id],
      );
      if (touched !== 1) throw new Missing('token.missing', { id });
      await record(tx, at, person.id, 'token.revoked', { subjectId: id }, {});
    });
  }
}
