import type { ImportedBody } from '@desk/contracts';
import { withoutSkippedLevels } from '../heading-levels.js';
import { parseBody } from '../parse-body.js';
import { oneLine } from '../settled-body.js';
import { Dropped } from './dropped.js';
import { type Document, type Element, checkLength, htmlTree, isElement } from './html-tree.js';
import { findNotes } from './notes.js';
import { printable, readable } from './printable.js';
import { PageReader } from './page-reader.js';
import { survey } from './survey.js';

/**
 * A body from any HTML: a page, a fragment, what Word or Google Docs put on the clipboard.
 * Nothing of the source passes through: its text and a few facts are read into our own nodes,
 * so that no script, style, handler or foreign element can be in the result. The first h1 before
 * any other text is the title, else the page's title.
 *
 * @throws Invalid import.too_large, import.too_complex, text.forbidden_characters, body.too_large,
 *   body.too_many_blocks
 */
export function bodyFromHtml(html: string): ImportedBody {
  checkLength(html);
  const { text, controls } = readable(clipboardFragment(html));
  const document = htmlTree(text);
  const known = survey(document);
  const notes = findNotes(known);
  const reader = new PageReader(known, notes);
  reader.read(document.childNodes);
  const content = reader.builder.finished();
  const hasGuessedNotes = notes.elements.size > 0 && !notes.marked;
  if (hasGuessedNotes && content.at(-1)?.type === 'horizontalRule') content.pop();
  reader.dropped.add('control_characters', controls);
  const title = oneLine(reader.builder.title) || oneLine(printable(pageTitle(document)));
  return imported(
    title,
    parseBody({ type: 'doc', content: withoutSkippedLevels(content) }),
    reader.dropped,
  );
}

export function imported(
  title: string,
  body: ImportedBody['body'],
  dropped: Dropped,
): ImportedBody {
  const list = dropped.list();
  return title === ''
    ? { body, dropped: list }
    : { title: title.normalize('NFC'), body, dropped: list };
}

/** Windows wraps what was copied into a page with the fragment marked. */
function clipboardFragment(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start + 20, end) : html;
}

function pageTitle(document: Document): string {
  const root = document.childNodes.filter(isElement).find((node) => node.tagName === 'html');
  const head = child(root, 'head');
  const title = child(head, 'title');
  return title?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.childNodes.filter(isElement).find((node) => node.tagName === name);
}
