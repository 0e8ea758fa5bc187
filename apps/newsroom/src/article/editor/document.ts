import type { JSONContent } from '@tiptap/core';
import { z } from 'zod';
import { bodySchema, type Body } from '@desk/contracts';

/** What a note says; the schema of bodies looks at it more closely. */
const inlines = z.array(z.looseObject({ type: z.string() }));

/** What of a node's attributes belongs to the body; all else is the editor's own. */
const kept: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  figure: ['src', 'alt', 'credit', 'width', 'height', 'mediaId'],
  embed: ['href', 'title'],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
  link: ['href', 'title'],
};

/** What need not be said because it is always so. */
const usual: Readonly<Record<string, unknown>> = { start: 1, colspan: 1, rowspan: 1 };

/**
 * The body of what the editor holds, in NFC: without the editor's own attributes, without empty
 * paragraphs at the end, without notes and links that say nothing. Null when it is no body (an
 * embed without an address yet, say): then it cannot be saved as it is.
 */
export function bodyOf(document: JSONContent): Body | null {
  const content = (document.content ?? []).map(cleaned);
  while (content.at(-1)?.type === 'paragraph' && !content.at(-1)?.content) content.pop();
  const read = bodySchema.safeParse({ type: 'doc', content });
  return read.success ? read.data : null;
}

function cleaned(node: JSONContent): JSONContent {
  if (node.type === 'text') {
    const marks = node.marks?.map((mark) => withAttributes({ type: mark.type }, mark.attrs));
    return {
      type: 'text',
      text: (node.text ?? '').normalize('NFC'),
      ...(marks && marks.length > 0 && { marks }),
    };
  }
  if (node.type === 'footnote') {
    const { content } = z.object({ content: inlines }).parse(node.attrs);
    return { type: 'footnote', content };
  }
  const content = node.content
    ?.filter((one) => one.type !== 'footnote' || says(one.attrs?.content))
    .map(cleaned);
  const bare = withAttributes({ type: node.type }, node.attrs);
  return content && content.length > 0 ? { ...bare, content } : bare;
}

const says = (content: unknown): boolean => Array.isArray(content) && content.length > 0;

function withAttributes<T extends { type?: string | undefined }>(
  node: T,
  attributes: Record<string, unknown> | undefined,
): T {
  const names = kept[node.type ?? ''] ?? [];
  const attrs = Object.fromEntries(
    names.flatMap((name) => {
      const value = attributes?.[name];
      return value === null || value === undefined || value === usual[name] ? [] : [[name, value]];
    }),
  );
  return Object.keys(attrs).length > 0 ? { ...node, attrs } : node;
}

/** A body as the editor takes it: notes carry their words as an attribute. */
export function documentOf(body: Body): JSONContent {
  const inEditor = (node: JSONContent): JSONContent =>
    node.type === 'footnote'
      ? { type: 'footnote', attrs: { content: node.content } }
      : { ...node, ...(node.content && { content: node.content.map(inEditor) }) };
  const content = body.content.map((block) => inEditor(block));
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}
