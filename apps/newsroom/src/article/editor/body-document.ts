import type { JSONContent } from '@tiptap/core';
import { bodySchema, safeHref, type Body } from '@desk/contracts';

/** A body as a document of the editor: the same, but a text has at least one paragraph. */
export const documentOf = (body: Body): JSONContent =>
  body.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : body;

/**
 * What the editor holds as a body: without attributes that say nothing, marks on what is no
 * text, links that lead nowhere, and the empty line that the editor keeps at the end to write
 * on. Null when it is no body, which the editor's own schema should not let happen.
 */
export function bodyOf(document: JSONContent): Body | null {
  const content = (document.content ?? []).map(tidied);
  const last = content.at(-1);
  if (last?.type === 'paragraph' && !last.content) content.pop();
  const read = bodySchema.safeParse({ type: 'doc', content });
  return read.success ? read.data : null;
}

function tidied(node: JSONContent): JSONContent {
  const attrs = saying(node);
  const content = node.content
    ?.map(tidied)
    .filter(({ type, content: inside }) => type !== 'footnote' || inside !== undefined);
  return {
    type: node.type ?? '',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content && content.length > 0 && { content }),
    ...(node.text !== undefined && { text: node.text.normalize('NFC') }),
    ...(node.type === 'text' && marksOf(node)),
  };
}

/** The attributes of each node whose default says nothing. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  orderedList: { start: 1 },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
};
const kept: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['start'],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
  figure: ['src', 'alt', 'credit', 'width', 'height', 'mediaId'],
  embed: ['href', 'title'],
};

function saying({ type = '', attrs = {} }: JSONContent): Record<string, unknown> {
  const wanted = (kept[type] ?? []).flatMap((name): [string, unknown][] => {
    const value: unknown = attrs[name];
    const silent = value === null || value === undefined || value === defaults[type]?.[name];
    return silent ? [] : [[name, typeof value === 'string' ? value.normalize('NFC') : value]];
  });
  return Object.fromEntries(wanted);
}

function marksOf({ marks = [] }: JSONContent): Pick<JSONContent, 'marks'> {
  const good = marks.flatMap(({ type, attrs = {} }) => {
    if (type !== 'link') return type === 'bold' || type === 'italic' ? [{ type }] : [];
    if (!safeHref.safeParse(attrs.href).success) return [];
    const title: unknown = attrs.title;
    const named = typeof title === 'string' && title !== '' ? { title } : {};
    return [{ type, attrs: { href: String(attrs.href), ...named } }];
  });
  return good.length > 0 ? { marks: good } : {};
}
