import { HttpException } from '@nestjs/common';
import { NewsroomError } from '@desk/errors';
import { translate, hasText, type Language } from '@desk/languages';
import { InvalidInput } from './input.pipe.js';

/** Problem details, RFC 9457, with a stable `code` and the facts of the refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly requestId: string;
  readonly [fact: string]: unknown;
}

interface Occasion {
  readonly language: Language;
  readonly instance: string;
  readonly requestId: string;
}

/** What is told of an error. Of one that was not foreseen nothing is told but its request id. */
export function problemOf(error: unknown, occasion: Occasion): Problem {
  const { status, code, facts } = refusalOf(error, occasion.language);
  const { language, instance, requestId } = occasion;
  return {
    ...facts,
    type: `about:blank#${code}`,
    title: translate(language, `errors:status.${status}`),
    status,
    code,
    detail: hasText(`errors:${code}`, language)
      ? translate(language, `errors:${code}`, facts)
      : translate(language, `errors:status.${status}`),
    instance,
    requestId,
  };
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

function refusalOf(error: unknown, language: Language): Refusal {
  if (error instanceof InvalidInput) {
    return { status: error.status, code: error.code, facts: { errors: error.told(language) } };
  }
  if (error instanceof NewsroomError) {
    return { status: error.status, code: error.code, facts: error.facts };
  }
  if (error instanceof HttpException) return refusalOfNest(error);
  return refusalOfFastify(error);
}

/** Nest's own: unknown routes, what is not ready, and what Fastify could not read, as its cause. */
function refusalOfNest(error: HttpException): Refusal {
  const unread = refusalOfFastify(error.cause);
  if (unread.status !== 500) return unread;
  const status = error.getStatus();
  if (status === 404) return { status, code: 'request.not_found', facts: {} };
  if (status === 503) return { status, code: 'request.unavailable', facts: {} };
  return { status, code: 'request.internal', facts: {} };
}

/** Fastify's own, by its codes: what it could not read. */
const fastifyCodes: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'request.too_large', facts: {} },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'request.unsupported_media_type',
    facts: {},
  },
  FST_ERR_BAD_URL: { status: 404, code: 'request.not_found', facts: {} },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'request.malformed_json', facts: {} },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'request.malformed_json', facts: {} },
};

function refusalOfFastify(error: unknown): Refusal {
  if (typeof error === 'object' && error !== null) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    const known = fastifyCodes[code];
    if (known) return known;
    if ('statusCode' in error && error.statusCode === 400) {
      return { status: 400, code: 'request.malformed_json', facts: {} };
    }
  }
  return { status: 500, code: 'request.internal', facts: {} };
}
