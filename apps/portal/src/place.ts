import { z } from 'zod';
import type { NewsItem, Place } from '@desk/published-pages';

const written = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
  .transform((text) => {
    const [milliseconds = '', editionId] = text.split('.');
    return { firstPublishedAt: new Date(Number(milliseconds)), editionId };
  })
  .pipe(z.object({ firstPublishedAt: z.date(), editionId: z.uuid() }));

/** A place in a list, as the query of an address says it; `before` which to go on reading. */
export const placeAfter = (last: NewsItem): string =>
  `${String(last.firstPublishedAt.getTime())}.${last.editionId}`;

/** Undefined for what is no place: such a list begins at its beginning. */
export const readPlace = (text: unknown): Place | undefined => written.safeParse(text).data;
