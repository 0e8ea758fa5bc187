import { safeHref, safeSrc } from '@desk/contracts';

/**
 * An address as a browser would read it: tabs and newlines inside and controls around it do not
 * count, `//host` is https. `undefined` unless it leads to http, https, mailto, tel, a path or a
 * place in the text; an address relative to an unknown page is no use either.
 */
export function linkAddress(raw: string | undefined): string | undefined {
  const read = safeHref.safeParse(tidied(raw ?? ''));
  return read.success ? read.data : undefined;
}

export function pictureAddress(raw: string | undefined): string | undefined {
  const read = safeSrc.safeParse(tidied(raw ?? ''));
  return read.success ? read.data : undefined;
}

/** What is shown on a player's page: the page where a person would watch it. */
export function embedAddress(raw: string | undefined): string | undefined {
  const address = linkAddress(raw);
  if (address === undefined || !/^(https?:|\/)/i.test(address)) return undefined;
  const video = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/i.exec(address);
  return video?.[1] === undefined ? address : `https://www.youtube.com/watch?v=${video[1]}`;
}

function tidied(raw: string): string {
  const address = raw
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\p{Cc} ]+/u, '')
    .trimEnd()
    .replace(/[\s<>"\\{}|^`\p{Cc}\ufffe\uffff]/gu, (character) => encodeURIComponent(character));
  if (address.startsWith('//')) return `https:${address}`;
  return /^www\.[\w-]+\./i.test(address) ? `https://${address}` : address;
}
