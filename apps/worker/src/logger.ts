/** The process's pino logger, for injection. */
export const LOGGER = Symbol('logger');
