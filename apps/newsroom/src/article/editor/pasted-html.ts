/** What word processors say by style: `<span style="font-weight:700">`. */
const byStyle = [
  { tag: 'b', means: /font-weight:\s*(bold|bolder|[6-9]00)/i },
  { tag: 'i', means: /font-style:\s*italic/i },
] as const;

/**
 * A pasted page made ready for the editor: bold and italics that Word, Google Docs and the old
 * portal say by style become marks, the styles themselves go (the page's policy refuses them),
 * and so do comments, Word's own elements, and empty paragraphs that only make room.
 */
export function tidiedHtml(html: string): string {
  const page = new DOMParser().parseFromString(inert(html), 'text/html');
  for (const element of page.querySelectorAll('style, script, meta, link, title, xml, o\\:p')) {
    element.remove();
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-pasted-style]')) {
    const style = element.dataset.pastedStyle ?? '';
    delete element.dataset.pastedStyle;
    for (const { tag, means } of byStyle) if (means.test(style)) inside(element, tag);
  }
  // Google Docs wraps all that is copied into a bold that is none.
  for (const element of page.querySelectorAll('b[id^="docs-internal-guid"]')) {
    element.replaceWith(...element.childNodes);
  }
  for (const element of page.querySelectorAll('p, div')) {
    const empty = element.textContent.replace(/\u00a0/g, ' ').trim() === '';
    if (empty && !element.querySelector('img, table, figure, hr')) element.remove();
  }
  return page.body.innerHTML;
}

/** Styles and scripts under other names, so that the browser does not try to apply them. */
const inert = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[^>]*\]>/g, '')
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag
        .replace(/(\s)style(?=\s*=)/gi, '$1data-pasted-style')
        .replace(/([\s"'/])on[a-z]+(?=\s*=)/gi, '$1data-pasted-handler'),
    );

function inside(element: HTMLElement, tag: 'b' | 'i'): void {
  if (/^(b|strong|i|em|h[1-6]|td|th|table|tr|tbody|ul|ol)$/i.test(element.tagName)) return;
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}
