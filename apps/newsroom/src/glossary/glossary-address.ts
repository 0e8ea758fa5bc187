import { z } from 'zod';
import { proposalStateSchema } from '@desk/contracts';
import { languageSchema } from '@desk/languages';

const lost = undefined;
const yes = z.union([z.literal(true), z.literal('true')]).transform(() => true as const);
/** The address reads `2026` as a number; here it is a word like others. */
const words = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(200));

/** What of the glossary is shown, as it stands in the address: a link shares it. */
export const glossaryAddressSchema = z.object({
  view: z.literal('proposals').optional().catch(lost),
  search: words.optional().catch(lost),
  language: languageSchema.optional().catch(lost),
  domain: words.optional().catch(lost),
  retired: yes.optional().catch(lost),
  concept: z.uuid().optional().catch(lost),
  state: z
    .union([proposalStateSchema, z.literal('all')])
    .optional()
    .catch(lost),
  mine: yes.optional().catch(lost),
});
export type GlossaryAddress = z.infer<typeof glossaryAddressSchema>;

/** The address of the glossary when this of it is shown. */
export function addressOf(address: GlossaryAddress): string {
  const query = new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query === '' ? '/glossary' : `/glossary?${query}`;
}
