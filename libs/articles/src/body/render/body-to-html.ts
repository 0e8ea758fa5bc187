import type { Block, Body, BulletList, Heading, OrderedList, Paragraph } from '@desk/contracts';
import { translate } from '@desk/languages';
import { withoutSkippedLevels } from '../heading-levels.js';
import { settledLine } from '../settled-inlines.js';
import { attr, escaped } from './escape.js';
import { inlinesToHtml, linkTag } from './inlines-to-html.js';
import type { HtmlOptions, Rendering } from './rendering.js';
import { tableToHtml } from './table-to-html.js';

/**
 * A canonical body as semantic HTML, to stand below a page's h1. Every text and attribute is
 * escaped and no element comes from the content, so the result is safe whatever the body says.
 * Footnotes are numbered in reading order and follow the text, each with a link back.
 */
export function bodyToHtml(body: Body, options: HtmlOptions): string {
  const rendering: Rendering = { ...options, notes: [] };
  const shown = body.content.filter((block) => block.type !== 'heading' || isShown(block));
  const blocks = withoutSkippedLevels(shown).map((block) => blockToHtml(block, rendering));
  return [...blocks, ...notesToHtml(rendering)].join('\n');
}

/** A heading that is still being typed is no place to go to. */
function isShown(heading: Heading): boolean {
  return settledLine(heading.content ?? []).length > 0;
}

function blockToHtml(block: Block, rendering: Rendering): string {
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return textOrList(block, rendering);
    case 'heading': {
      const name = `h${String(block.attrs.level)}`;
      return `<${name}>${inlinesToHtml(block.content, rendering)}</${name}>`;
    }
    case 'horizontalRule':
      return '<hr>';
    case 'figure': {
      const { src, alt, credit, width, height } = block.attrs;
      const by = credit === '' ? '' : `<small class="credit">${escaped(credit)}</small>`;
      const caption = [inlinesToHtml(block.content, rendering), by].filter(Boolean).join(' ');
      return (
        `<figure><img${attr('src', src)} alt="${escaped(alt)}"${attr('width', width)}` +
        `${attr('height', height)} loading="lazy">` +
        `${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`
      );
    }
    case 'embed':
      return `<p class="embed">${linkTag(block.attrs.href)}${escaped(block.attrs.title)}</a></p>`;
    case 'table':
      return tableToHtml(block, rendering);
    case 'blockquote':
      return `<blockquote>${children(block.content, rendering)}</blockquote>`;
  }
}

function textOrList(node: Paragraph | BulletList | OrderedList, rendering: Rendering): string {
  if (node.type === 'paragraph') return `<p>${inlinesToHtml(node.content, rendering)}</p>`;
  const items = node.content.map(({ content }) => {
    const [first, ...others] = content;
    // A first paragraph that is not followed by another needs no tags of its own.
    if (first?.type === 'paragraph' && others[0]?.type !== 'paragraph') {
      return `<li>${inlinesToHtml(first.content, rendering)}${children(others, rendering)}</li>`;
    }
    return `<li>${children(content, rendering)}</li>`;
  });
  if (node.type === 'bulletList') return `<ul>${items.join('')}</ul>`;
  return `<ol${attr('start', node.attrs?.start)}>${items.join('')}</ol>`;
}

function children(nodes: readonly (Paragraph | BulletList | OrderedList)[], rendering: Rendering) {
  return nodes.map((node) => textOrList(node, rendering)).join('');
}

function notesToHtml(rendering: Rendering): string[] {
  if (rendering.notes.length === 0) return [];
  const { language, idPrefix: id = '' } = rendering;
  const items = rendering.notes.map(({ content }, index) => {
    const number = index + 1;
    const back = translate(language, 'portal:body.back_to_text', { number });
    return (
      `<li id="${escaped(id)}fn-${String(number)}">${inlinesToHtml(content, rendering)} ` +
      `<a${attr('href', `#${id}fnref-${String(number)}`)} role="doc-backlink"` +
      `${attr('aria-label', back)}>↩</a></li>`
    );
  });
  const label = translate(language, 'portal:body.footnotes');
  return [
    `<section class="footnotes" role="doc-endnotes"${attr('aria-label', label)}>` +
      `<ol>${items.join('')}</ol></section>`,
  ];
}
