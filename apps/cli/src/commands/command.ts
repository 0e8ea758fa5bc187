import type { Given } from '../arguments.js';

/** What a command may know of its surroundings. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly variables: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

/** One thing that an administrator does from a terminal. */
export interface Command {
  /** The words that call it: `admin create`. */
  readonly words: string;
  readonly help: string;
  /** Returns the exit code. */
  run(given: Given, surroundings: Surroundings): Promise<number>;
}
