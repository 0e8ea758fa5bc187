import { z } from 'zod';

/** An instant that somebody names, within the years that the database can hold. */
export const instantSchema = z.iso.datetime({ offset: true }).refine((text) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 1000 && year <= 9999;
});
