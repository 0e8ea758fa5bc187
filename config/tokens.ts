/** The checked environment, for injection. */
export const ENVIRONMENT = Symbol('environment');
