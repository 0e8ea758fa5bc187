import { type Body, MAX_BODY_BLOCKS, MAX_BODY_BYTES, bodySchema } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { checkLimits, tooLarge, unreadable } from './body-limits.js';
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
  if (blockCount(input) > MAX_BODY_BLOCKS) {
    throw new Invalid('body.too_many_blocks', { maxBlocks: MAX_BODY_BLOCKS });
  }
  const read = bodySchema.safeParse(withoutEmptyTexts(input));
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

/** An editor may leave texts of no length behind; the schema refuses them. Depth is bounded here. */
function withoutEmptyTexts(node: unknown): unknown {
  if (!hasContent(node)) return node;
  const content = node.content.map(withoutEmptyTexts).filter((child) => !isEmpty(child));
  return { ...node, content };
}

function isEmpty(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  if (node.type === 'text') return 'text' in node && node.text === '';
  return node.type === 'footnote' && hasContent(node) && node.content.length === 0;
}

function hasContent(node: unknown): node is { content: unknown[] } {
  return (
    typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
  );
}
