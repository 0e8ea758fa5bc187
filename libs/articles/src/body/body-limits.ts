import { MAX_BODY_BLOCKS, MAX_BODY_BYTES, MAX_BODY_DEPTH } from '@desk/contracts';
import { Invalid } from '@desk/errors';

/** A block at depth d is 2d levels deep in JSON; a link's address in a footnote in it is 8 deeper. */
const MAX_JSON_LEVELS = 2 * MAX_BODY_DEPTH + 8;

/**
 * Refuses input that is too large or too deep to be looked at by recursive code, and keys that
 * could reach an object's prototype. Runs in a loop and stops at the first excess.
 *
 * @throws Invalid body.too_large, body.too_deep, body.invalid
 */
export function checkLimits(input: unknown): void {
  const waiting: { value: unknown; level: number }[] = [{ value: input, level: 0 }];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    if (level > MAX_JSON_LEVELS) throw tooDeep();
    bytes += 2;
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (key === '__proto__') throw unreadable('', 'unrecognized_keys');
      if (!Array.isArray(value)) bytes += key.length;
      waiting.push({ value: child, level: level + 1 });
    }
  }
}

export function tooLarge(): Invalid {
  return new Invalid('body.too_large', { maxBytes: MAX_BODY_BYTES });
}

export function tooManyBlocks(): Invalid {
  return new Invalid('body.too_many_blocks', { maxBlocks: MAX_BODY_BLOCKS });
}

export function tooDeep(): Invalid {
  return new Invalid('body.too_deep', { maxDepth: MAX_BODY_DEPTH });
}

/** `reason` is a stable word for programs (zod's issue codes and ours), not a sentence. */
export function unreadable(path: string, reason: string): Invalid {
  return new Invalid('body.invalid', { path: path === '' ? 'doc' : path, reason });
}
