import { getSchema } from '@tiptap/core';
import type { Body, CommentAnchor } from '@desk/contracts';
import { anchorOf, stretchOf } from './anchors';
import { documentOf } from './body-document';
import { bodyExtensions } from './extensions';

const schema = getSchema(bodyExtensions);

/** Where the words of an anchor stand in another text; null when they do not stand there. */
export function anchorInBody(body: Body, anchor: CommentAnchor): CommentAnchor | null {
  const document = schema.nodeFromJSON(documentOf(body));
  const stretch = stretchOf(document, anchor);
  return stretch && anchorOf(document, stretch);
}
