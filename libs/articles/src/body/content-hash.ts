import { createHash } from 'node:crypto';
import type { Body } from '@desk/contracts';
import stableStringify from 'fast-json-stable-stringify';

/** What a reader of a revision gets; fields that are `undefined` do not count. */
export interface RevisionContent {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  readonly body: Body;
  readonly [field: string]: unknown;
}

/**
 * Names a revision's content: SHA-256 as 64 lower-case hex digits over its canonical JSON in
 * UTF-8 (keys sorted by UTF-16 units, no spaces: what RFC 8785 gives for strings, integers,
 * booleans, null, arrays and objects). The body must have come through `parseBody` and all texts
 * be NFC. Sign-offs are bound to this value: never change how it is made.
 */
export function contentHash(content: RevisionContent): string {
  return createHash('sha256').update(stableStringify(content), 'utf8').digest('hex');
}
