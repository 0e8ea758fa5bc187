import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { SESSION_COOKIE } from '../http/session.guard.js';
import type { ApiDocument } from './api-document.js';
import { complete } from './complete.js';
import { jsonSchemaOf } from './json-schemas.js';

const about = `The API of a trilingual newsroom: articles in Vietnamese, English and Khmer, their
translation, sign-off and release.

**Signing in.** Browsers sign in with \`POST /api/v1/session\` and send the answer's \`csrfToken\` as
\`X-CSRF-Token\` with every change. Programs send an API token: \`Authorization: Bearer …\`.

**Changes.** What can be changed has a version, told as ETag. A change says with \`If-Match\` which
version it is about; 409 means that somebody was faster, and nothing was written. Every POST may
carry an \`Idempotency-Key\`: repeated with the same key it acts once.

**Refusals** are problem details (RFC 9457) with a stable \`code\`, in the language asked for by
\`?lang=\`, else the person's own, else that of \`Accept-Language\`.

**Lists** come in pages: \`next\` is the cursor of the next one. Instants are UTC, ISO 8601.`;

const tags: readonly (readonly [name: string, about: string])[] = [
  ['session', 'Signing in and out, forgotten passwords'],
  ['me', 'Your own account and API tokens'],
  ['people', 'The people of the newsroom and what they may do; for administrators'],
  ['sections', 'Sections with their sign-off policies'],
  ['overview', 'Your day, the board of all articles with its views, search by name'],
  ['articles', 'Articles: what all editions of a story share'],
  ['editions', 'An article in one language: working copy, revisions, the workflow'],
  ['media', 'Pictures, documents, sounds and films: the library, frames, texts, sizes'],
  ['segments', "The translators' work, sentence by sentence"],
  ['exchange', 'Tasks as files of translation tools, and what comes back of them'],
  ['glossary', 'Concepts and how each language says them, proposals, terms found in a text'],
  ['sentence rules', 'Where sentences end: abbreviations of the newsroom, and all rules as SRX'],
  [
    'translation figures',
    'How much there is to translate, what the memory saved, what review changed',
  ],
  ['engines', 'The translation engine, its state and its budget'],
  ['memory', 'Translations that were signed off or imported: look-up, search, maintenance'],
  ['reviews', 'Review rounds and sign-offs'],
  ['comments', 'What people say to each other about a text'],
  ['tasks', 'What waits for whom until when'],
  ['releases', 'Editions that go public together'],
  ['inbox', 'What you were told, and what you want to hear'],
  ['events', 'What happens, as it happens'],
  ['writing', 'Spelling, tones, names and numbers of a text while it is written'],
  ['webhooks', 'Other systems are told what happens; for administrators'],
  ['journal', 'Who did what, when, to which revision'],
  ['jobs', 'Jobs and e-mails that failed for good, and sending them again'],
  ['operation', 'Health, measures and this description'],
];

/** The OpenAPI 3.1 document of the application's routes; needs neither database nor Redis. */
export function openApiDocument(app: INestApplication): ApiDocument {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Mekong Desk')
    .setDescription(about)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', description: 'set by signing in' }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-CSRF-Token' }, 'csrf')
    .addBearerAuth({ type: 'http', description: 'an API token with the scopes it needs' }, 'token');
  for (const [name, what] of tags) config.addTag(name, what);
  const document = SwaggerModule.createDocument(app, config.build(), {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { ...jsonSchemaOf(schema, schemaType) } : undefined,
  });
  return complete(document);
}
