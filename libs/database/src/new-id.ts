import { v7 } from 'uuid';

/** A new UUIDv7: unique, and in order of time. */
export const newId = (): string => v7();
