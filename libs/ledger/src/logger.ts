import { isNativeError } from 'node:util/types';
import { pino, type DestinationStream, type Logger } from 'pino';
import { currentContext } from './request-context.js';

/** Never in a log: passwords, cookies, tokens, texts. */
const redact = [
  'req.headers.cookie',
  'req.headers.authorization',
  '*.password',
  '*.passwordHash',
  '*.token',
  '*.secret',
  '*.csrfToken',
  '*.body',
];

/**
 * Of an error its kind, its words and its place. The errors of the database also carry the values
 * of the statement that failed, which are people's texts and the hashes of their secrets.
 */
function logged(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error ? { code: error.code } : {};
  const query = 'query' in error ? { query: error.query } : {};
  return { type: name, message, stack, ...code, ...query };
}

/**
 * Structured logs, one JSON object a line, each with the request that it belongs to. They go to
 * the standard output unless a stream is given.
 */
export const newLogger = (name: string, level: string, to?: DestinationStream): Logger =>
  pino(
    {
      name,
      level,
      redact,
      serializers: { err: logged },
      mixin: () => {
        const requestId = currentContext()?.requestId;
        return requestId ? { requestId } : {};
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    to,
  );

/** The process's logger, for injection. */
export const LOGGER = Symbol('logger');
