import type { DroppedKind } from '@desk/contracts';

/** What is left out with all it holds. What is not named here or below is read through. */
export const leftOut: ReadonlyMap<string, DroppedKind | 'nothing'> = new Map([
  ...['script', 'template'].map((name) => [name, 'script'] as const),
  ...['svg', 'math', 'canvas'].map((name) => [name, 'drawing'] as const),
  ...[
    'input',
    'select',
    'option',
    'textarea',
    'button',
    'datalist',
    'output',
    'meter',
    'progress',
  ].map((name) => [name, 'form'] as const),
  ...['del', 's', 'strike'].map((name) => [name, 'struck_text'] as const),
  ['nav', 'navigation'],
  ...[
    'title',
    'base',
    'style',
    'noscript',
    'link',
    'meta',
    'map',
    'colgroup',
    'wbr',
    'rp',
    'source',
    'track',
  ].map((name) => [name, 'nothing'] as const),
]);
/** What begins and ends a line of text. */
export const lines =
  /^(p|div|section|article|main|header|footer|aside|address|center|dd|dt|dl|pre|listing|xmp|plaintext|details|summary|fieldset|legend|form|hgroup|search|caption|figcaption|h[1-6]|li|tr|td|th|table|tbody|thead|tfoot|figure|blockquote|body|dialog)$/;
export const headingLevels = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 } as const;
