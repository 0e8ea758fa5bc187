import type { Block, Body, Figure, Inline } from '@desk/contracts';

/**
 * The body as readers get it: a picture of another host becomes a link to it with its caption,
 * because no request of a reader's page may leave the portal.
 */
export function portalBody(body: Body): Body {
  return { ...body, content: body.content.flatMap(ownOrLinked) };
}

function ownOrLinked(block: Block): Block[] {
  if (block.type !== 'figure' || block.attrs.src.startsWith('/')) return [block];
  const caption = block.content ?? [];
  const title = (block.attrs.alt || textOf(caption) || block.attrs.src).slice(0, 300);
  const link: Block = { type: 'embed', attrs: { href: block.attrs.src, title } };
  return [link, ...captionOf(block, caption)];
}

function captionOf(figure: Figure, caption: Inline[]): Block[] {
  const { credit } = figure.attrs;
  const by: Inline[] = credit === '' ? [] : [{ type: 'text', text: ` (${credit})` }];
  const content = [...caption, ...by];
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => (inline.type === 'text' ? inline.text : ' '))
    .join('')
    .trim();
