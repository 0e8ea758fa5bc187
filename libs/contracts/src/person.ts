import { z } from 'zod';
import { cleanTextSchema } from '@desk/languages';
import { roleSchema } from './vocabulary.js';

/** The API's shapes of people, sessions and tokens. */

const language = z.enum(['vi', 'en', 'km']);
const id = z.uuid();
const at = z.union([z.date(), z.iso.datetime()]);

export const grantSchema = z.strictObject({
  role: roleSchema,
  sectionId: id.nullable().default(null),
  sourceLanguage: language.nullable().default(null),
  language: language.nullable().default(null),
});

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const signInSchema = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1_000),
});
export const personAnswerSchema = z.object({
  id,
  name: z.string(),
  email: z.string(),
  language,
  timeZone: z.string(),
  grants: z.array(grantSchema),
});
export const sessionAnswerSchema = z.object({
  person: personAnswerSchema,
  may: z
    .array(z.string())
    .describe('what they may do somewhere at all, as `edition.write`; each thing says more'),
  /** Send it as X-CSRF-Token with every change; null when signed in by token. */
  csrfToken: z.string().nullable(),
  expiresAt: at.optional(),
});

export const accountDraftSchema = z.strictObject({
  email,
  name: cleanTextSchema(200, 1),
  language,
  password: z.string().min(1).max(1_000),
  grants: z.array(grantSchema).max(100).default([]),
});
export const accountAnswerSchema = z.object({
  id,
  email: z.string(),
  name: z.string(),
  language,
  timeZone: z.string(),
  digestHour: z.int(),
  status: z.enum(['active', 'disabled']),
  version: z.int(),
  createdAt: at,
  updatedAt: at,
  grants: z.array(grantSchema),
});
export const grantsDraftSchema = z.strictObject({ grants: z.array(grantSchema).max(100) });
export const profileChangesSchema = z.strictObject({
  name: cleanTextSchema(200, 1).optional(),
  language: language.optional(),
  timeZone: z.string().min(1).max(64).optional(),
  digestHour: z.int().min(0).max(23).optional(),
});
export const passwordChangeSchema = z.strictObject({
  current: z.string().min(1).max(1_000),
  next: z.string().min(1).max(1_000),
});

export const tokenDraftSchema = z.strictObject({
  name: cleanTextSchema(100, 1),
  scopes: z.array(z.string().max(60)).min(1).max(60),
  days: z.int().min(1).max(366).default(90),
});
export const tokenAnswerSchema = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: at,
  expiresAt: at,
  lastUsedAt: at.nullable(),
});
export const newTokenSchema = tokenAnswerSchema.extend({
  token: z.string().optional().describe('told once: absent when the request is only repeated'),
});
