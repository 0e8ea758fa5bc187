import type { Inline, Mark, TextNode } from '@desk/contracts';
import { translate } from '@desk/languages';
import { attr, escaped } from './escape.js';
import type { Rendering } from './rendering.js';

export function inlinesToHtml(
  inlines: readonly Inline[] | undefined,
  rendering: Rendering,
): string {
  const out: string[] = [];
  let open = '';
  for (const inline of inlines ?? []) {
    const link = inline.type === 'text' ? linkOf(inline) : '';
    if (link !== open) {
      if (open !== '') out.push('</a>');
      out.push((open = link));
    }
    if (inline.type === 'text') out.push(textToHtml(inline));
    else out.push(inline.type === 'hardBreak' ? '<br>' : reference(inline, rendering));
  }
  if (open !== '') out.push('</a>');
  return out.join('');
}

/** An address outside this site opens without handing over who sent the reader. */
export function linkTag(href: string, title?: string): string {
  const rel = /^https?:/i.test(href) ? 'external noopener noreferrer' : undefined;
  return `<a${attr('href', href)}${attr('title', title)}${attr('rel', rel)}>`;
}

function linkOf(node: TextNode): string {
  const link = node.marks?.find((mark) => mark.type === 'link');
  return link?.type === 'link' ? linkTag(link.attrs.href, link.attrs.title) : '';
}

function textToHtml(node: TextNode): string {
  const has = (type: Mark['type']) => node.marks?.some((mark) => mark.type === type) === true;
  const text = has('italic') ? `<em>${escaped(node.text)}</em>` : escaped(node.text);
  return has('bold') ? `<strong>${text}</strong>` : text;
}

function reference(note: Extract<Inline, { type: 'footnote' }>, rendering: Rendering): string {
  const number = rendering.notes.push(note);
  const label = translate(rendering.language, 'portal:body.footnote', { number });
  const id = rendering.idPrefix ?? '';
  return (
    `<sup class="footnote"><a${attr('href', `#${id}fn-${String(number)}`)}` +
    `${attr('id', `${id}fnref-${String(number)}`)} role="doc-noteref"` +
    `${attr('aria-label', label)}>${String(number)}</a></sup>`
  );
}
