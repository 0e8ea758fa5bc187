import type { Embed, Figure } from '@desk/contracts';
import { addressInWords, cutTo } from '../canonical-body.js';
import { oneLine } from '../settled-body.js';
import { type Element, attribute, hasClass, isElement } from './html-tree.js';
import { printable } from './printable.js';
import { embedAddress, linkAddress, pictureAddress } from './web-address.js';

/** A picture; its words when it only draws a character; nothing when it cannot be had or only counts readers. */
export function pictureOf(element: Element): Figure | string | undefined {
  const alt = cutTo(oneLine(printable(attribute(element, 'alt') ?? '')), 1_000);
  if (hasClass(element, /(^|\s)(emoji|wp-smiley)(\s|$)/)) return alt;
  const width = pixels(attribute(element, 'width'));
  const height = pixels(attribute(element, 'height'));
  const src = sourceOf(element);
  if (src === undefined || (width !== undefined && width < 3)) return undefined;
  return {
    type: 'figure',
    attrs: {
      src,
      alt,
      credit: '',
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    },
  };
}

/** Something from elsewhere as a link to it: a frame, a player, or our own rendering of an embed. */
export function embedOf(element: Element): Embed | undefined {
  if (element.tagName === 'p') return renderedEmbed(element);
  const source = element.childNodes.filter(isElement).find((child) => child.tagName === 'source');
  const raw =
    attribute(element, 'src') ??
    attribute(element, 'data') ??
    attribute(element, 'data-src') ??
    (source === undefined ? undefined : attribute(source, 'src'));
  const href = embedAddress(raw);
  return href === undefined ? undefined : embed(href, attribute(element, 'title') ?? '');
}

function renderedEmbed(element: Element): Embed | undefined {
  const [link, ...others] = element.childNodes;
  if (!isElement(link) || link.tagName !== 'a' || others.length > 0) return undefined;
  const href = linkAddress(attribute(link, 'href'));
  const words = link.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  return href === undefined ? undefined : embed(href, words);
}

function embed(href: string, words: string): Embed {
  const title = cutTo(oneLine(printable(words)), 300) || addressInWords(href);
  return { type: 'embed', attrs: { href, title } };
}

function pixels(value: string | undefined): number | undefined {
  const wanted = Number.parseInt(value ?? '', 10);
  return wanted >= 1 && wanted <= 20_000 ? wanted : undefined;
}

/** Pages that load pictures late keep the true address beside a placeholder. */
function sourceOf(element: Element): string | undefined {
  for (const name of ['src', 'data-src', 'data-original', 'data-lazy-src']) {
    const raw = attribute(element, name);
    const address = raw === undefined ? undefined : pictureAddress(raw);
    if (address !== undefined) return address;
  }
  return undefined;
}
