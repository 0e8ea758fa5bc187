import { z } from 'zod';
import { languageSchema } from '@desk/languages';

const lost = undefined;
/** The address reads `2026` as a number; here it is a word like others. */
const words = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(500));

export const memoryViews = ['units', 'duplicates', 'look-up'] as const;
export type MemoryView = (typeof memoryViews)[number];

/** What of the memory is shown, as it stands in the address: a link shares it. */
export const memoryAddressSchema = z.object({
  view: z.enum(memoryViews).optional().catch(lost),
  text: words.optional().catch(lost),
  language: languageSchema.optional().catch(lost),
  otherLanguage: languageSchema.optional().catch(lost),
  sourceLanguage: languageSchema.optional().catch(lost),
  targetLanguage: languageSchema.optional().catch(lost),
  sectionId: z.uuid().optional().catch(lost),
  tag: words.optional().catch(lost),
  importId: z.uuid().optional().catch(lost),
  articleId: z.uuid().optional().catch(lost),
});
export type MemoryAddress = z.infer<typeof memoryAddressSchema>;

/** The address of the memory when this of it is shown. */
export function addressOf(address: MemoryAddress): string {
  const query = new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return query === '' ? '/memory' : `/memory?${query}`;
}
