import { z } from 'zod';
import { Invalid } from '@desk/errors';

/** Pages by cursor: a list goes on from where the last page ended, whatever came in between. */

export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** `next` is the cursor of the next page; null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** An opaque cursor from the sort values of the last item shown. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  btoa(inAscii(JSON.stringify(values)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Base64 knows bytes only; JSON may say any letter by its number. */
const inAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The sort values of a cursor; the caller checks what they are.
 * @throws Invalid `request.cursor_invalid` when it is none of ours
 */
export function decodeCursor(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(atob(cursor.replace(/-/g, '+').replace(/_/g, '/')));
    if (Array.isArray(values)) return values;
  } catch {
    throw new Invalid('request.cursor_invalid');
  }
  throw new Invalid('request.cursor_invalid');
}

/** As `decodeCursor`, checked against a schema. @throws Invalid `request.cursor_invalid` */
export function readCursor<S extends z.ZodType>(cursor: string, schema: S): z.infer<S> {
  const read = schema.safeParse(decodeCursor(cursor));
  if (!read.success) throw new Invalid('request.cursor_invalid');
  return read.data;
}
