import { getSchema } from '@tiptap/core';
import type { WritingLine } from '@desk/contracts';
import type { EditionText } from '../edition-text';
import { documentOf } from '../editor/body-document';
import { bodyExtensions } from '../editor/extensions';
import { linesOf } from '../editor/lines';

const schema = getSchema(bodyExtensions);

/** All lines of a text: title, summary, and the body's blocks of words. */
export function linesOfText({ title, summary, body }: EditionText): WritingLine[] {
  return [
    { path: 'title', words: title },
    { path: 'summary', words: summary },
    ...linesOf(schema.nodeFromJSON(documentOf(body))),
  ].filter(({ words }) => words.trim() !== '');
}
