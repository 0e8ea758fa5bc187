/** Where Redis is, for injection. */
export const REDIS_URL = Symbol('redis url');
