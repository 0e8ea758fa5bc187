import type { z } from 'zod';

/** What can run SQL: a data source or the manager of a running transaction. */
export interface Sql {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Runs a query and checks each row against `schema`: what comes from outside is parsed. */
export async function rows<S extends z.ZodType>(
  sql: Sql,
  schema: S,
  text: string,
  parameters: unknown[] = [],
): Promise<z.infer<S>[]> {
  const found = await sql.query(text, parameters);
  if (!Array.isArray(found)) throw new Error('the query returns no rows');
  return found.map((row) => schema.parse(row));
}

/** The first row, or null. */
export async function firstRow<S extends z.ZodType>(
  sql: Sql,
  schema: S,
  text: string,
  parameters: unknown[] = [],
): Promise<z.infer<S> | null> {
  const [row] = await rows(sql, schema, text, parameters);
  return row ?? null;
}

/** Runs an INSERT, UPDATE or DELETE; says how many rows it touched. */
export async function change(sql: Sql, text: string, parameters: unknown[] = []): Promise<number> {
  const result = await sql.query(text, parameters);
  if (typeof result === 'object' && result !== null && 'affectedRows' in result) {
    return Number(result.affectedRows);
  }
  throw new Error('the statement reports no affected rows');
}
