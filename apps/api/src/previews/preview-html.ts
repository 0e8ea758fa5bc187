import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { translate } from '@desk/languages';
import { ArticlePage, editionLinks, type Frame, type Site } from '@desk/public-page';
import type { Preview } from '@desk/publishing';

/** The whole page. Without an address of its own, so that nothing takes it for the public one. */
export function previewHtml(site: Site, { page, editions, sections }: Preview): string {
  const { language, sectionCode } = page;
  const frame: Frame = {
    site,
    language,
    title: page.seo.title || page.title,
    sections,
    sectionCode,
    languageLinks: editionLinks(editions, page),
    preview: translate(language, 'portal:preview'),
  };
  return `<!doctype html>\n${renderToString(h(ArticlePage, { frame, page, editions, more: [] }))}`;
}
