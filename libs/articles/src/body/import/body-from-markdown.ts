import type { ImportedBody } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import { Marked } from 'marked';
import { bodyFromHtml } from './body-from-html.js';
import { readable } from './printable.js';
import { checkLength } from './html-tree.js';
import { footnoteDefinition, footnoteReference } from './markdown-footnotes.js';

/**
 * Markdown's rules look for the other end of each sign through its paragraph: a text pays for
 * each paragraph its length times its signs.
 */
const MAX_LOOKS = 60_000_000;
const MAX_MARKDOWN = 1_000_000;
/** Quotes and lists of Markdown nest by recursion. */
const MAX_NESTING = 50;

const reader = new Marked({
  gfm: true,
  async: false,
  extensions: [footnoteDefinition, footnoteReference],
});

/**
 * A body from Markdown (CommonMark and GitHub's additions, footnotes as [^1]). What it becomes,
 * raw HTML in it too, goes the way of `bodyFromHtml`. The title is a first # heading, or `title:`
 * in front matter.
 *
 * @throws as `bodyFromHtml`
 */
export function bodyFromMarkdown(source: string): ImportedBody {
  checkLength(source);
  const { text, controls } = readable(source);
  const { title, markdown } = frontMatter(text);
  checkComplexity(markdown);
  const html = reader.parse(markdown, { async: false });
  const imported = bodyFromHtml(html);
  const known = title ?? imported.title;
  const dropped = imported.dropped.filter(({ what }) => what !== 'control_characters');
  if (controls > 0) dropped.push({ what: 'control_characters', count: controls });
  return { ...(known === undefined ? {} : { title: known }), body: imported.body, dropped };
}

function frontMatter(text: string): { title?: string; markdown: string } {
  const found = /^---\n([^]{0,5000}?)\n---(?:\n|$)/.exec(text);
  if (found === null) return { markdown: text };
  const title = /^title:[ \t]*(.+)$/m
    .exec(found[1] ?? '')?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  const markdown = text.slice(found[0].length);
  return title === undefined || title === ''
    ? { markdown }
    : { title: title.normalize('NFC'), markdown };
}

function checkComplexity(markdown: string): void {
  if (markdown.length > MAX_MARKDOWN) {
    throw new Invalid('import.too_large', { maxLength: MAX_MARKDOWN });
  }
  let looks = 0;
  for (const paragraph of markdown.split(/\n[ \t]*\n|\n(?= {0,3}(?:[-*+]|#{1,6})[ \t])/)) {
    looks += paragraph.length * (paragraph.match(/[*_[\]~!]/g)?.length ?? 0);
    if (looks > MAX_LOOKS) throw new Invalid('import.too_complex');
  }
  for (const line of markdown.split('\n')) {
    const opening = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
    const levels = opening.match(/>|[*+-](?=\s)|\d[.)]/g)?.length ?? 0;
    const indent = opening.length - opening.trimStart().length;
    if (levels > MAX_NESTING || (indent > 4 * MAX_NESTING && line.trim() !== '')) {
      throw new Invalid('import.too_complex');
    }
  }
}
