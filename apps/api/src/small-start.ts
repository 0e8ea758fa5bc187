import { setFlagsFromString } from 'node:v8';

/**
 * Loading and wiring leave much behind that is never needed again. While they last V8 keeps
 * its heap small instead of letting it grow; `started` lets it grow as it likes. Imported
 * before everything else.
 */
setFlagsFromString('--optimize-for-size');

export function started(): void {
  setFlagsFromString('--no-optimize-for-size');
}
