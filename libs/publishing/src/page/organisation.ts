import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inThreeLanguagesSchema } from '@desk/contracts';

/** Who speaks: what the masthead and the footer of every page say, in three languages. */
const organisationSchema = z.strictObject({
  portal: inThreeLanguagesSchema,
  name: inThreeLanguagesSchema,
  responsible: inThreeLanguagesSchema,
  address: inThreeLanguagesSchema,
  telephone: z.string().min(1),
  fax: z.string().optional(),
  email: z.email(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** @throws Error that names the file and what is wrong in it */
export function readOrganisation(path: string): Organisation {
  const read = organisationSchema.safeParse(
    JSON.parse(readFileSync(path, 'utf8').normalize('NFC')),
  );
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path}: ${problems.join('; ')}`);
}
