import type { EntityManager } from 'typeorm';

/** Files up to here are read while the person waits: a fifth of a second of work. */
export const AT_ONCE_BYTES = 512 * 1024;

/** Told from time to time how far it is, 0 to 1; others get their turn meanwhile. */
export type Progress = (share: number) => Promise<void>;

/** What reading a file does in the end: its effect, and what is told of it. */
export type ReadFile = (tx: EntityManager, at: Date) => Promise<unknown>;
