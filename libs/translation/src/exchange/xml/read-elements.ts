import { ExchangeRefused } from '../problem.js';
import type { XmlElement } from './element.js';
import { limits } from './limits.js';
import { readXml } from './read-xml.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

export interface ElementReader {
  /** Short prefixes of namespaces; '' for the format's own. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** An element begins; its attributes are known, its children are not. */
  opened?(element: XmlElement, ancestors: readonly XmlElement[]): void;
  /** An element is complete. `forget`: its children are let go of, only its name and place stay. */
  closed(element: XmlElement, ancestors: readonly XmlElement[]): 'keep' | 'forget';
}

/** Reads a file as elements, of which only those still needed are kept. */
export function* readElements(bytes: Uint8Array, reader: ElementReader): Generator<void, void> {
  const open: XmlElement[] = [];
  let kept = 0;
  const nameOf = (uri: string, local: string): string => {
    const prefix = uri === XML_NAMESPACE ? 'xml' : reader.namespaces.get(uri);
    if (prefix === undefined) return `{${uri}}${local}`;
    return prefix === '' ? local : `${prefix}:${local}`;
  };

  // An attribute of the format's own namespace is not the same as one without any.
  const attributeName = (uri: string, local: string): string =>
    reader.namespaces.get(uri) === '' ? `{${uri}}${local}` : nameOf(uri, local);

  yield* readXml(bytes, {
    open(tag, at) {
      kept += 1;
      if (kept > limits.keptElements) {
        throw new ExchangeRefused('exchange.too_many_elements', at, { max: limits.keptElements });
      }
      const attributes = new Map<string, string>();
      for (const attribute of Object.values(tag.attributes)) {
        if (attribute.uri === XMLNS_NAMESPACE) continue;
        const { uri, local, value } = attribute;
        attributes.set(uri === '' ? local : attributeName(uri, local), value);
      }
      const element = { name: nameOf(tag.uri, tag.local), attributes, children: [], ...at };
      open.at(-1)?.children.push(element);
      open.push(element);
      reader.opened?.(element, open.slice(0, -1));
    },
    text(text) {
      const children = open.at(-1)?.children;
      if (children === undefined) return;
      const last = children.length - 1;
      const before = children[last];
      if (typeof before === 'string') children[last] = before + text;
      else children.push(text);
    },
    close() {
      const element = open.pop();
      if (element === undefined || reader.closed(element, open) === 'keep') return;
      kept -= elementsBelow(element);
      element.children.length = 0;
    },
  });
}

function elementsBelow(element: XmlElement): number {
  let count = 0;
  for (const child of element.children) {
    if (typeof child !== 'string') count += 1 + elementsBelow(child);
  }
  return count;
}
