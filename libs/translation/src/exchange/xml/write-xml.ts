/** Characters that no XML 1.0 file may hold, written or referred to. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Without what XML cannot hold. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '');
}

export function xmlText(text: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

export function xmlAttribute(value: string): string {
  return xmlText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;');
}

export type XmlAttributes = Readonly<Record<string, string | number | null | undefined>>;

/** A start tag; attributes without a value are left out. */
export function startTag(name: string, attributes: XmlAttributes = {}, end = '>'): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) tag += ` ${key}="${xmlAttribute(String(value))}"`;
  }
  return tag + end;
}

export function emptyTag(name: string, attributes: XmlAttributes = {}): string {
  return startTag(name, attributes, '/>');
}

/** An element with content that is XML already. */
export function xmlElement(name: string, attributes: XmlAttributes, content: string): string {
  return `${startTag(name, attributes)}${content}</${name}>`;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
