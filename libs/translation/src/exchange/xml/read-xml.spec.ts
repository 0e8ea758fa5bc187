import { ExchangeRefused } from '../problem.js';
import { readAll } from '../read-result.js';
import { textOf, type XmlElement } from './element.js';
import { limits } from './limits.js';
import { readElements } from './read-elements.js';

const namespaces = new Map([['urn:a', '']]);

function root(bytes: Uint8Array | string): XmlElement {
  let last: XmlElement | undefined;
  const reading = readElements(Buffer.from(bytes), {
    namespaces,
    closed(element) {
      last = element;
      return 'keep';
    },
  });
  readAll(reading);
  if (last === undefined) throw new Error('no root');
  return last;
}

/** Code, line and column of a refusal. */
function refusal(bytes: Uint8Array | string): unknown[] {
  try {
    root(bytes);
  } catch (error) {
    if (error instanceof ExchangeRefused) return [error.code, error.at.line, error.at.column];
    throw error;
  }
  return [];
}

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);

describe('reading XML', () => {
  it('keeps names, attributes, texts and places', () => {
    const tree = root(
      '<a xmlns="urn:a" xmlns:b="urn:b"\n  x="1">\n  <b:c b:y="2" xml:lang="km">ខ្មែរ &lt;&#x1F600;<![CDATA[<d>]]></b:c>\n</a>',
    );
    const child = tree.children[1];
    expect([tree.name, tree.line, [...tree.attributes]]).toEqual(['a', 1, [['x', '1']]]);
    expect(child).toMatchObject({ name: '{urn:b}c', line: 3, column: 3 });
    if (typeof child !== 'object') throw new Error('no child');
    expect([...child.attributes]).toEqual([
      ['{urn:b}y', '2'],
      ['xml:lang', 'km'],
    ]);
    expect(textOf(child)).toBe('ខ្មែរ <😀<d>');
  });

  it('takes UTF-8 and UTF-16 with and without a mark, and old Vietnamese Windows', () => {
    const text = '<?xml version="1.0"?><a>Tỉnh ខ្មែរ 😀</a>';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      little,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      big,
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(textOf(root(bytes))).toBe('Tỉnh ខ្មែរ 😀');
    }
    const old = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1258"?><a>'),
      Buffer.from([0xf0]),
      Buffer.from('</a>'),
    ]);
    expect(textOf(root(old))).toBe('đ');
  });

  it('refuses entities, internal subsets and what is not XML, with the line', () => {
    const bomb = '<!DOCTYPE a [\n<!ENTITY b "bbbbbbbbbb">\n<!ENTITY c "&b;&b;&b;">\n]>\n<a>&c;</a>';
    expect(refusal(bomb)[0]).toBe('exchange.doctype_subset');
    expect(
      refusal('<!DOCTYPE a SYSTEM "a.dtd" [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]><a/>')[0],
    ).toBe('exchange.doctype_subset');
    expect(refusal('<a>\n  &nbsp;</a>').slice(0, 2)).toEqual(['exchange.entity', 2]);
    expect(refusal('<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>')).toEqual([]);
    expect(refusal('<a>\n<b></a>').slice(0, 2)).toEqual(['exchange.not_well_formed', 2]);
    expect(refusal('<a x="1" x="2"/>')[0]).toBe('exchange.not_well_formed');
    expect(refusal('<a><b:c/></a>')[0]).toBe('exchange.not_well_formed');
    expect(refusal('<a>\u0001</a>')[0]).toBe('exchange.not_well_formed');
    expect(refusal('<a/><a/>')[0]).toBe('exchange.not_well_formed');
    expect(refusal('<a>')[0]).toBe('exchange.not_well_formed');
    expect(refusal('')[0]).toBe('exchange.empty');
    expect(refusal('{"a": 1}')[0]).toBe('exchange.not_well_formed');
    expect(refusal('<?xml version="1.0" encoding="shift_jis"?><a/>')[0]).toBe(
      'exchange.encoding_unknown',
    );
    expect(refusal(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xc0]))[0]).toBe(
      'exchange.encoding_broken',
    );
  });

  it('is bounded in depth, attributes and size', () => {
    expect(refusal(nested(limits.depth))).toEqual([]);
    expect(refusal(nested(limits.depth + 1))[0]).toBe('exchange.too_deep');
    expect(refusal(nested(1_000_000))[0]).toBe('exchange.too_deep');
    const attributes = Array.from({ length: 200_000 }, (_, index) => `a${String(index)}=""`);
    expect(refusal(`<a ${attributes.join(' ')}/>`)[0]).toBe('exchange.too_many_attributes');
    expect(refusal(Buffer.alloc(limits.bytes + 1, 0x20))[0]).toBe('exchange.too_large');
    expect(refusal(`<a>${'<b/>'.repeat(limits.keptElements)}</a>`)[0]).toBe(
      'exchange.too_many_elements',
    );
  });
});
