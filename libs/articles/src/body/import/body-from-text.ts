import type { ImportedBody, Paragraph } from '@desk/contracts';
import { parseBody } from '../parse-body.js';
import { settledParagraphs } from '../settled-inlines.js';
import { imported } from './body-from-html.js';
import { Dropped } from './dropped.js';
import { readable } from './printable.js';
import { checkLength } from './html-tree.js';

/**
 * A body from plain text: blank lines part paragraphs, a newline inside one is a line break.
 *
 * @throws as `bodyFromHtml`
 */
export function bodyFromText(source: string): ImportedBody {
  checkLength(source);
  const { text, controls } = readable(source);
  const content = text.split(/\n[^\S\n]*\n/).flatMap((part): Paragraph[] => {
    const inlines = part
      .split('\n')
      .flatMap((line) => [{ type: 'text' as const, text: line }, { type: 'hardBreak' as const }]);
    return settledParagraphs(inlines).map((paragraph) => ({
      type: 'paragraph',
      content: paragraph,
    }));
  });
  const dropped = new Dropped();
  dropped.add('control_characters', controls);
  return imported('', parseBody({ type: 'doc', content }), dropped);
}
