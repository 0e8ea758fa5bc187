import { z } from 'zod';

/** What the portal is told by its environment. */
export const settingsSchema = z.object({
  PORTAL_DATABASE_URL: z.url({ protocol: /^(mysql|mariadb)$/ }),
  PORTAL_PORT: z.coerce.number().int().min(0).max(65_535).default(8_080),
  PORTAL_HOST: z.string().default('127.0.0.1'),
  /** The origin under which readers know the portal; addresses in pages begin with it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .default('http://127.0.0.1:8080'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** A file like config/organisation.json. */
  ORGANISATION_FILE: z.string().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** @throws Error that names each setting which is missing or wrong */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const read = settingsSchema.safeParse(environment);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`settings of the portal: ${problems.join('; ')}`);
}
