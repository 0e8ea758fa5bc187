import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What a request gets: a page, or where to go instead. */
export type Answer = PageAnswer | { readonly redirect: 301 | 302; readonly to: string };

export interface PageAnswer {
  readonly status: 200 | 404 | 410 | 500 | 400;
  readonly body: string | Buffer;
  readonly type: string;
  /** Names these bytes: changes with anything that the reader would see. */
  readonly etag: string;
  readonly lastModified?: Date | undefined;
}

/** Renders a whole document. */
export function pageAnswer<P>(
  status: PageAnswer['status'],
  document: VNode<P>,
  lastModified?: Date,
): PageAnswer {
  const html = `<!doctype html>\n${renderToString(document)}`;
  return { status, body: html, type: 'text/html; charset=utf-8', etag: etagOf(html), lastModified };
}

/** Something for programs: a feed, a sitemap. */
export function fileAnswer(type: string, body: string | Buffer, lastModified?: Date): PageAnswer {
  return { status: 200, body, type, etag: etagOf(body), lastModified };
}

const etagOf = (body: string | Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;

/** For good: readers and search engines should remember the new address. */
export const movedTo = (to: string): Answer => ({ redirect: 301, to });

/** For now. */
export const seeInstead = (to: string): Answer => ({ redirect: 302, to });
