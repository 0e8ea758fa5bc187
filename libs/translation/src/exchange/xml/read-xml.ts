import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ExchangeRefused } from '../problem.js';
import { decodeText } from './decode-text.js';
import { limits } from './limits.js';

/** Where something begins in a file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface XmlEvents {
  open(tag: SaxesTagNS, at: Place): void;
  text(text: string): void;
  close(): void;
}

/**
 * Reads XML piece by piece; each step of the generator is one piece, so that a caller can let
 * others work in between. No entity but the five that every parser knows, no internal subset,
 * nothing loaded from anywhere, nesting and sizes bounded.
 * @throws ExchangeRefused
 */
export function* readXml(bytes: Uint8Array, events: XmlEvents): Generator<void, void> {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let begin: Place = { line: 1, column: 1 };
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  const here = (): Place => ({ line: parser.line, column: parser.column + 1 });

  parser.on('error', (error) => {
    const detail = error.message.replace(/^\d+:\d+: /, '');
    const entity = detail.includes('entity');
    throw new ExchangeRefused(entity ? 'exchange.entity' : 'exchange.not_well_formed', here(), {
      detail,
    });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new ExchangeRefused('exchange.doctype_subset', here());
  });
  // The parser is past the name by now, and past a line's end that follows it.
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    begin =
      parser.column === 0
        ? { line: parser.line - 1, column: 1 }
        : { line: parser.line, column: Math.max(1, parser.column - tag.name.length - 1) };
    depth += 1;
    elements += 1;
    if (depth > limits.depth) {
      throw new ExchangeRefused('exchange.too_deep', begin, { max: limits.depth });
    }
    if (elements > limits.elements) {
      throw new ExchangeRefused('exchange.too_many_elements', begin, { max: limits.elements });
    }
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributes) {
      throw new ExchangeRefused('exchange.too_many_attributes', begin, { max: limits.attributes });
    }
  });
  parser.on('opentag', (tag) => {
    events.open(tag, begin);
  });
  parser.on('text', (text) => {
    events.text(text);
  });
  parser.on('cdata', (text) => {
    events.text(text);
  });
  parser.on('closetag', () => {
    depth -= 1;
    events.close();
  });

  for (const piece of decodeText(bytes, here)) {
    parser.write(piece);
    yield;
  }
  parser.close();
}
