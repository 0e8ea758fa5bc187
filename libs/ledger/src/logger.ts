import { pino, type Logger } from 'pino';
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

/** Structured logs, one JSON object a line, each with the request that it belongs to. */
export const newLogger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    redact,
    mixin: () => {
      const requestId = currentContext()?.requestId;
      return requestId ? { requestId } : {};
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });

/** The process's logger, for injection. */
export const LOGGER = Symbol('logger');
