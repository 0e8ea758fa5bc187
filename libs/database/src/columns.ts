import { z } from 'zod';

/** Schemas for what raw SQL gives back. */

/** 0 and 1, or a boolean. */
export const flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** A bigint or count, which the driver gives as text. */
export const wholeNumber = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(Number);

/** A JSON column, parsed and checked. */
export function jsonColumn<S extends z.ZodType>(schema: S) {
  return z
    .unknown()
    .transform((value): unknown => (typeof value === 'string' ? JSON.parse(value) : value))
    .pipe(schema);
}
