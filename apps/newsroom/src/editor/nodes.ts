import { mergeAttributes, Node } from '@tiptap/core';
import { safeHref, safeSrc } from '@desk/contracts';

/** A footnote stands where its number is shown; what it says is written beside the text. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  content: '(text | hardBreak)*',
  inline: true,
  atom: true,
  draggable: true,
  // A note has no look of its own: bold around it is not bold of its number.
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addNodeView: () => () => {
    const dom = document.createElement('sup');
    dom.dataset.footnote = '';
    return { dom };
  },
});

/** A picture of this newsroom with its caption. A description of it belongs to it, for those who cannot see it. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    credit: { default: '', rendered: false },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      contentElement: (element) =>
        element.querySelector('figcaption') ?? document.createElement('i'),
      getAttrs: (element) => pictureOf(element.querySelector('img')),
    },
    { tag: 'img[src]', getAttrs: (element) => pictureOf(element) },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', ['img', HTMLAttributes], ['figcaption', 0]],
});

/** What is kept of a picture that comes with pasted text; false when it cannot be kept. */
function pictureOf(element: Element | null) {
  const src = element?.getAttribute('src') ?? '';
  if (!safeSrc.safeParse(src).success) return false;
  const units = (name: string): number | null => {
    const value = Number(element?.getAttribute(name));
    return Number.isInteger(value) && value > 0 && value <= 20_000 ? value : null;
  };
  const alt = (element?.getAttribute('alt') ?? '').slice(0, 1_000);
  return { src, alt, width: units('width'), height: units('height') };
}

/** Something that lives elsewhere, shown as a link and never loaded. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ href: { default: '' }, title: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'div[data-embed]',
      getAttrs: (element) => {
        const link = element.querySelector('a');
        const href = link?.getAttribute('href') ?? '';
        if (!safeHref.safeParse(href).success) return false;
        return { href, title: (link?.textContent ?? href).slice(0, 300) };
      },
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    { 'data-embed': '' },
    ['a', mergeAttributes({ href: String(HTMLAttributes.href) }), String(node.attrs.title)],
  ],
});
