import { z } from 'zod';
import { Invalid, Missing, NotAllowed, Refused } from '@desk/errors';
import { problemOf } from '../http/problem.js';
import { IfMatchRequired, SignInRequired, TooMany } from '../http/request.errors.js';
import type { Answer } from './api-document.js';

/** Problem details (RFC 9457) as every refusal is told. */
export const problemSchema = z.looseObject({
  type: z.string().describe('`about:blank#` and the code'),
  title: z.string().describe('what kind of refusal it is, in the language of the caller'),
  status: z.int(),
  code: z.string().describe('stable: what a program goes by'),
  detail: z.string().describe('why, in the language of the caller'),
  instance: z.string().describe('the address that was asked'),
  requestId: z.string().describe('the number under which the logs know the request'),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .describe('request.invalid, request.unknown_field: which fields, and what is wrong'),
});

const fastifyError = (code: string): object => ({ code });

/** The refusals that are the same everywhere, each with an example. */
const refusals: Readonly<Record<number, { about: string; example: unknown }>> = {
  400: {
    about: 'Not JSON, or not readable',
    example: fastifyError('FST_ERR_CTP_INVALID_JSON_BODY'),
  },
  401: { about: 'Not signed in', example: new SignInRequired() },
  403: { about: 'Your roles do not allow it', example: new NotAllowed('permission.denied') },
  404: { about: 'Not there, or not yours to see', example: new Missing('request.not_found') },
  409: {
    about: 'The state of things does not allow it, or it was changed meanwhile',
    example: new Refused('request.changed_meanwhile', { version: 4 }),
  },
  413: { about: 'Too large', example: fastifyError('FST_ERR_CTP_BODY_TOO_LARGE') },
  415: { about: 'Not application/json', example: fastifyError('FST_ERR_CTP_INVALID_MEDIA_TYPE') },
  422: { about: 'The input is not valid', example: new Invalid('request.invalid') },
  428: { about: 'If-Match is missing', example: new IfMatchRequired() },
  429: { about: 'Too many requests; see Retry-After', example: new TooMany(12) },
  500: { about: 'Something went wrong, and nothing was changed', example: new Error() },
};

export const problemStatuses = Object.keys(refusals).map(Number);

/** A response of the document's components. @throws Error for a status that is not answered */
export function problemAnswer(status: number): Answer {
  const refusal = refusals[status];
  if (!refusal) throw new Error(`no refusal has the status ${status}`);
  const occasion = {
    language: 'en',
    instance: '/api/v1/…',
    requestId: '0198f3a2-7c11-7bd4-9d6e-2f8a4c0b1e55',
  } as const;
  const { about, example } = refusal;
  return {
    description: about,
    ...(example instanceof TooMany && {
      headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'seconds' } },
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: problemOf(example, occasion),
      },
    },
  };
}
