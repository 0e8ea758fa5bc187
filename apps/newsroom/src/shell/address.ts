import { useParams, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';

const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** The id in the screen's address; one that is none leads to what is not there. */
export function useIdInAddress(name: string): string {
  const params: unknown = useParams({ strict: false });
  const id: unknown = typeof params === 'object' && params ? Reflect.get(params, name) : null;
  return typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id) ? id : NOWHERE;
}

/** What the address says after `?`, checked; a schema of `.catch()` fields never throws. */
export function useAddress<S extends z.ZodType>(schema: S): z.infer<S> {
  const search: unknown = useSearch({ strict: false });
  return schema.parse(search);
}
