import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { PublicSite } from './public-site.js';

type Node = DefaultTreeAdapterTypes.Node;

/** What a robot sees of a page. */
export interface CrawledPage {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly canonical: string | undefined;
  readonly noindex: boolean;
  readonly lang: string | undefined;
  /** The addresses by hreflang. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly jsonLd: readonly unknown[];
  readonly openGraph: ReadonlyMap<string, string>;
  readonly links: readonly string[];
}

/** Follows every link of the site from these addresses on; each address once. */
export async function crawl(
  site: PublicSite,
  from: readonly string[],
): Promise<Map<string, CrawledPage>> {
  const seen = new Map<string, CrawledPage>();
  const pending = [...from];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    const page = await crawled(site, path);
    seen.set(path, page);
    pending.push(...page.links.filter((link) => !seen.has(link)));
    if (seen.size > 2_000) throw new Error('the site has no end');
  }
  return seen;
}

export const ORIGIN = 'https://huunghi.example';

async function crawled(site: PublicSite, path: string): Promise<CrawledPage> {
  const { statusCode, headers, body } = await site.get(path);
  const type = String(headers['content-type'] ?? '');
  const elements = type.startsWith('text/html') ? elementsOf(parse(body)) : [];
  const links = elements.filter(({ name }) => name === 'link');
  const rel = (wanted: string) => links.filter(({ attributes }) => attributes.rel === wanted);
  const hrefs = elements.flatMap(({ name, attributes: { href, src } }) =>
    name === 'link' ? [] : [href ?? src ?? ''],
  );
  return {
    path,
    status: statusCode,
    type,
    canonical: rel('canonical')[0]?.attributes.href,
    noindex: elements.some(({ attributes }) => attributes.content === 'noindex'),
    lang: elements.find(({ name }) => name === 'html')?.attributes.lang,
    alternates: new Map(
      rel('alternate')
        .filter(({ attributes }) => attributes.hreflang !== undefined)
        .map(({ attributes: { hreflang = '', href = '' } }) => [hreflang, href]),
    ),
    jsonLd: elements
      .filter(({ attributes }) => attributes.type === 'application/ld+json')
      .map(({ text }): unknown => JSON.parse(text)),
    openGraph: new Map(
      elements
        .filter(({ name, attributes }) => name === 'meta' && attributes.property !== undefined)
        .map(({ attributes: { property = '', content = '' } }) => [property, content]),
    ),
    links: [
      ...(headers.location === undefined ? hrefs : [headers.location]),
      ...rel('alternate').map(({ attributes: { href = '' } }) => href),
    ].flatMap((href) => within(href, path)),
  };
}

interface Seen {
  readonly name: string;
  readonly attributes: Partial<Record<string, string>>;
  readonly text: string;
}

function elementsOf(node: Node): Seen[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const inside = children.flatMap(elementsOf);
  if (!('attrs' in node)) return inside;
  const text = children.map((child) => ('value' in child ? child.value : '')).join('');
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.nodeName, attributes, text }, ...inside];
}

/** The address within the site, without the place on the page; nothing for addresses elsewhere. */
function within(href: string, path: string): string[] {
  if (href === '' || href.startsWith('#')) return [];
  const url = new URL(href, ORIGIN + path);
  return url.origin === ORIGIN ? [url.pathname + url.search] : [];
}
