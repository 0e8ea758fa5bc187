import { z } from 'zod';
import { storageEnvironment } from './storage-settings.js';

/**
 * Everything a process is told from outside, with its defaults. A variable may also be given
 * as a file: `SECRET_FILE=/run/secrets/desk` sets SECRET.
 */
const port = z.coerce.number().int().min(0).max(65_535);
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be an address that begins with ${protocols.join(' or ')}`,
  });

const megabytes = z.coerce.number().min(1).max(10_000);

const engineNames = ['none', 'libretranslate', 'google', 'azure', 'deepl', 'chat'] as const;

export const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']),
  DATABASE_URL: url('mysql:', 'mariadb:').describe('MariaDB: mysql://user:password@host/name'),
  REDIS_URL: url('redis:', 'rediss:', 'unix:', 'redis+unix:'),
  SECRET: z.string().min(32).describe('signs links in e-mails; at least 32 characters'),
  API_PORT: port.default(4400),
  API_HOST: z.string().default('127.0.0.1'),
  WORKER_PORT: port.default(4404),
  WORKER_HOST: z.string().default('127.0.0.1'),
  NEWSROOM_URL: url('http:', 'https:').default('http://localhost:4400'),
  PUBLIC_URL: url('http:', 'https:').default('http://localhost:4401'),
  SMTP_URL: url('smtp:', 'smtps:').default('smtp://127.0.0.1:4403'),
  MAIL_FROM: z.string().default('Mekong Desk <toasoan@mekong-desk.example>'),
  ORGANISATION_FILE: z.string().default('config/organisation.json'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  TRUST_PROXY: z.stringbool().default(false).describe('behind a proxy that sets X-Forwarded-For'),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(1_200).describe('per address'),
  SIGN_IN_TRIES: z.coerce
    .number()
    .int()
    .min(1)
    .default(10)
    .describe('per account and address, in 15 minutes'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('lets others than this machine read /metrics'),
  WEBHOOKS_ALLOW_PRIVATE: z.stringbool().default(false).describe('webhooks into private networks'),
  ...storageEnvironment,
  MEDIA_PICTURE_MEGABYTES: megabytes.default(30),
  MEDIA_DOCUMENT_MEGABYTES: megabytes.default(50),
  MEDIA_SOUND_MEGABYTES: megabytes.default(500).describe('sounds and films'),
  MEDIA_MEGAPIXELS: z.coerce.number().min(1).max(400).default(100).describe('of a picture'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:').optional(),
  ENGINE: z.enum(engineNames).default('none').describe('suggests translations'),
  ENGINE_URL: url('http:', 'https:').optional(),
  ENGINE_KEY: z.string().optional().describe("a key, or a Google service account's file"),
  ENGINE_MODEL: z.string().max(60).optional().describe("chat: the model; Azure's category"),
  ENGINE_PROJECT: z.string().optional().describe("Google's project"),
  ENGINE_REGION: z.string().optional().describe("Google's location, Azure's region"),
  ENGINE_GLOSSARY: z.string().optional().describe("kept at Google's or DeepL's"),
  ENGINE_MONTHLY_CHARACTERS: z.coerce.number().int().min(1).optional(),
  ENGINE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(60_000).default(60),
  ENGINE_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
});
export type Environment = z.infer<typeof environmentSchema>;

/** What each engine must be told besides its name. */
const engineNeeds: Readonly<Record<Environment['ENGINE'], readonly (keyof Environment)[]>> = {
  none: [],
  libretranslate: ['ENGINE_URL'],
  google: ['ENGINE_KEY'],
  azure: ['ENGINE_KEY'],
  deepl: ['ENGINE_KEY'],
  chat: ['ENGINE_URL', 'ENGINE_MODEL'],
};

/** Something is wrong with the configuration; the message names every bad variable. */
export class BadEnvironment extends Error {}

/**
 * Reads and checks the environment.
 * @throws BadEnvironment naming each variable that is missing or wrong
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Environment {
  const given: Record<string, string> = {};
  for (const name of Object.keys(environmentSchema.shape)) {
    const file = variables[`${name}_FILE`];
    const value = variables[name] ?? (file ? readFile(file).trim() : undefined);
    if (value !== undefined && value !== '') given[name] = value;
  }
  const read = environmentSchema.safeParse(given);
  const lines = read.success
    ? lacking(read.data)
    : read.error.issues.map((issue) => {
        const name = issue.path.join('.');
        const about = given[name] === undefined ? 'is missing' : issue.message;
        return `  ${name}: ${about}`;
      });
  if (read.success && lines.length === 0) return read.data;
  throw new BadEnvironment(`The configuration is not right:\n${lines.join('\n')}`);
}

const lacking = (environment: Environment): string[] => [
  ...engineNeeds[environment.ENGINE]
    .filter((name) => environment[name] === undefined)
    .map((name) => `  ${name}: is missing, ENGINE=${environment.ENGINE} needs it`),
  ...(
    [
      ['MEDIA_BUCKET_KEY', 'MEDIA_BUCKET_SECRET'],
      ['MEDIA_BUCKET_SECRET', 'MEDIA_BUCKET_KEY'],
    ] as const
  )
    .filter(
      ([given, other]) => environment[given] !== undefined && environment[other] === undefined,
    )
    .map(([given, other]) => `  ${other}: is missing, ${given} needs it`),
];
