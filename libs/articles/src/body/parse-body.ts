import { type Body, MAX_BODY_BLOCKS, MAX_BODY_BYTES, bodySchema } from '@desk/contracts';
import { hasContent, tidiedNodes } from './tidied-nodes.js';
import { checkLimits, tooLarge, tooManyBlocks, unreadable } from './body-limits.js';
import { canonicalBody } from './canonical-body.js';

/**
 * Reads a body from outside into its canonical form: equal bodies have equal JSON. Text becomes
 * NFC; adjacent texts with equal marks become one; empty texts, empty footnotes and attributes
 * that say the default go; tables are squared. Spaces and empty paragraphs stay as typed.
 *
 * @throws Invalid body.too_large, body.too_deep, body.invalid {path, reason},
 *   text.forbidden_characters {path}
 */
export function parseBody(input: unknown): Body {
  checkLimits(input);
  if (blockCount(input) > MAX_BODY_BLOCKS) throw tooManyBlocks();
  const read = bodySchema.safeParse(tidiedNodes(input));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw unreadable(issue?.path.join('.') ?? '', issue?.code ?? 'custom');
  }
  const body = canonicalBody(read.data);
  if (Buffer.byteLength(JSON.stringify(body)) > MAX_BODY_BYTES) throw tooLarge();
  return body;
}

function blockCount(input: unknown): number {
  return hasContent(input) ? input.content.length : 0;
}
