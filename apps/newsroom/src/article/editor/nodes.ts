import { mergeAttributes, Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { safeHref, safeSrc } from '@desk/contracts';

export interface FootnoteOptions {
  /** Lets somebody write the note that stands here. */
  readonly open: (place: number) => void;
  /** What a note is called for those who hear it. */
  readonly nameOf: (words: string) => string;
}

/** A footnote stands where its number is shown; what it says is written beside the text. */
export const Footnote = Node.create<FootnoteOptions>({
  name: 'footnote',
  group: 'inline',
  content: '(text | hardBreak)*',
  inline: true,
  atom: true,
  draggable: true,
  addOptions: () => ({ open: () => undefined, nameOf: (words) => words }),
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addKeyboardShortcuts() {
    const { open } = this.options;
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote') {
          return false;
        }
        open(selection.from);
        return true;
      },
    };
  },
  addNodeView() {
    const { open, nameOf } = this.options;
    return ({ node, getPos }) => {
      // Its number is counted by the style sheet, so that it follows what is moved about.
      const dom = document.createElement('sup');
      dom.dataset.footnote = '';
      dom.role = 'button';
      dom.ariaLabel = nameOf(node.textContent);
      dom.addEventListener('click', () => {
        const place = getPos();
        if (place !== undefined) open(place);
      });
      return { dom, ignoreMutation: () => true };
    };
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
    mediaId: { default: null },
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

export interface EmbedOptions {
  /** Lets somebody change the embed that stands here. */
  readonly open: (place: number) => void;
}

/** Something that lives elsewhere, shown as a link and never loaded. */
export const Embed = Node.create<EmbedOptions>({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ open: () => undefined }),
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
  addKeyboardShortcuts() {
    const { open } = this.options;
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'embed') {
          return false;
        }
        open(selection.from);
        return true;
      },
    };
  },
  addNodeView() {
    const { open } = this.options;
    return ({ node, getPos }) => {
      const dom = document.createElement('div');
      dom.dataset.embed = '';
      const [title, href] = [document.createElement('strong'), document.createElement('span')];
      title.textContent = String(node.attrs.title);
      href.textContent = String(node.attrs.href);
      dom.append(title, href);
      dom.addEventListener('dblclick', () => {
        const place = getPos();
        if (place !== undefined) open(place);
      });
      return { dom, ignoreMutation: () => true };
    };
  },
});
