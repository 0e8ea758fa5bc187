import { translate, type Language } from '@desk/languages';

/**
 * The text of a page with a box around each table, which scrolls on small screens and can be
 * reached by the keyboard for that. The text is written by `bodyToHtml`: `<table` in it is a
 * table, and none stands in another.
 */
export function withScrollingTables(html: string, language: Language): string {
  let number = 0;
  return html
    .replaceAll('<table', () => {
      number += 1;
      const name = translate(language, 'portal:body.table', { number });
      return `<div class="scrolling" role="region" tabindex="0" aria-label="${name}"><table`;
    })
    .replaceAll('</table>', '</table></div>');
}
