import { Invalid } from '@desk/errors';
import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser } from 'parse5';
import type { Token, html as Html } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** The largest HTML, Markdown or plain text taken, in UTF-16 units. */
export const MAX_IMPORT_LENGTH = 5_000_000;
/** What a text may cost in looks at open elements: 10,000 nested tags fit, 400,000 flat ones do too. */
const MAX_LOOKS = 400_000_000;
const LOOKS_A_TAG = 500;

/**
 * The HTML standard's tree construction looks through the open elements at each tag, and opens
 * formatting elements again in each new paragraph: both are quadratic for hostile text. Here
 * each tag pays for what it may look at, and a text that costs too much is refused.
 */
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  private looks = 0;

  override onStartTag(token: Token.TagToken): void {
    this.pay();
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    this.pay();
    super.onEndTag(token);
  }

  override _insertElement(token: Token.TagToken, namespaceURI: Html.NS): void {
    this.pay();
    super._insertElement(token, namespaceURI);
  }

  private pay(): void {
    this.looks += LOOKS_A_TAG + this.openElements.stackTop;
    if (this.looks > MAX_LOOKS) throw new Invalid('import.too_complex');
  }
}

/** @throws Invalid import.too_large, import.too_complex */
export function htmlTree(html: string): Document {
  checkLength(html);
  return BoundedParser.parse<DefaultTreeAdapterMap>(html);
}

export function checkLength(text: string): void {
  if (text.length > MAX_IMPORT_LENGTH) {
    throw new Invalid('import.too_large', { maxLength: MAX_IMPORT_LENGTH });
  }
}

export function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'tagName' in node && 'attrs' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function hasClass(element: Element, wanted: RegExp): boolean {
  return wanted.test(attribute(element, 'class') ?? '');
}
