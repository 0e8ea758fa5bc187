/** A piece of XML that is written already. */
export interface Xml {
  readonly xml: string;
}

type Child = Xml | string | false | undefined;

/** Letters that XML 1.0 cannot say at all. */
// eslint-disable-next-line no-control-regex -- they are what is left out
const unsayable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;

const escaped = (text: string): string =>
  text
    .replace(unsayable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** An element: its texts and attributes are escaped. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: Child[]
): Xml {
  const said = Object.entries(attributes)
    .filter((one): one is [string, string] => one[1] !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('');
  const inside = children
    .filter((child): child is Xml | string => child !== undefined && child !== false)
    .map((child) => (typeof child === 'string' ? escaped(child) : child.xml))
    .join('');
  return { xml: inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>` };
}

export const xmlDocument = (root: Xml): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
