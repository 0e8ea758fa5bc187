import { z } from 'zod';
import { editionStateSchema } from '@desk/contracts';
import { languageSchema } from '@desk/languages';

const yes = z.union([z.literal(true), z.literal('true')]).transform(() => true as const);
const lost = undefined;

/** What the board shows, as it stands in its address: a link shares it. */
export const boardAddressSchema = z.object({
  text: z.string().min(1).max(200).optional().catch(lost),
  sectionId: z.uuid().optional().catch(lost),
  language: languageSchema.optional().catch(lost),
  state: editionStateSchema.optional().catch(lost),
  personId: z
    .union([z.uuid(), z.literal('me')])
    .optional()
    .catch(lost),
  stale: yes.optional().catch(lost),
  overdue: yes.optional().catch(lost),
  urgent: yes.optional().catch(lost),
  sort: z.enum(['updated', 'due', 'created']).optional().catch(lost),
});
export type BoardAddress = z.infer<typeof boardAddressSchema>;

/** The address of a board that is filtered so. */
export function addressOf(filter: BoardAddress): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query === '' ? '/board' : `/board?${query}`;
}
