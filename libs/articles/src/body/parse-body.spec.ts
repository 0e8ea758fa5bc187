import { type Body, MAX_BODY_BLOCKS, bodySchema } from '@desk/contracts';
import { Invalid } from '@desk/errors';
import fc from 'fast-check';
import { rawBody } from './body.arbitrary.js';
import { parseBody, settledBody } from './index.js';

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const text = (value: string, ...marks: unknown[]) =>
  marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const bold = { type: 'bold' };
const italic = { type: 'italic' };

function refusal(input: unknown): { code: string; facts: unknown } {
  try {
    parseBody(input);
  } catch (error) {
    if (error instanceof Invalid) return { code: error.code, facts: error.facts };
    throw error;
  }
  throw new Error('was taken');
}

describe('parseBody', () => {
  it('makes text NFC, also where a sign stands in the next node, and keeps zero-width spaces', () => {
    const body = parseBody(
      doc(paragraph(text('ho\u0302'), text('\u0323i'), text('ប្រទេស\u200bកម្ពុជា', bold))),
    );
    expect(body).toEqual(doc(paragraph(text('hội'), text('ប្រទេស\u200bកម្ពុជា', bold))));
  });

  it('merges neighbours with equal marks in whatever order, and drops empty texts and footnotes', () => {
    const empty = { type: 'footnote', content: [text('')] };
    const input = doc(
      paragraph(text('Bạc ', italic, bold), text(''), empty, text('Liêu', bold, italic)),
    );
    expect(parseBody(input)).toEqual(doc(paragraph(text('Bạc Liêu', bold, italic))));
  });

  it('gives equal bodies equal JSON', () => {
    const said = doc(
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [{ type: 'listItem', content: [paragraph()] }],
      },
      { content: [], type: 'paragraph' },
    );
    const short = doc(
      { content: [{ content: [{ type: 'paragraph' }], type: 'listItem' }], type: 'orderedList' },
      { type: 'paragraph' },
    );
    expect(JSON.stringify(parseBody(said))).toBe(JSON.stringify(parseBody(short)));
  });

  it('squares tables: fills short rows, ends spans at the edge, drops columns without a cell', () => {
    const cell = (word: string, attrs?: unknown) => ({
      type: 'tableCell',
      attrs,
      content: [paragraph(text(word))],
    });
    const row = (...content: unknown[]) => ({ type: 'tableRow', content });
    const table = doc({
      type: 'table',
      content: [
        row(cell('tỉnh', { colspan: 2, rowspan: 9 }), cell('dân số')),
        row(cell('907.236'), cell('x')),
      ],
    });
    const rows = parseBody(table).content.flatMap((block) =>
      block.type === 'table' ? block.content : [],
    );
    expect(rows.map((r) => r.content.map((c) => c.attrs ?? {}))).toEqual([
      [{ rowspan: 2 }, {}, {}],
      [{}, {}],
    ]);
  });

  it('is idempotent, stays within the schema, and so does the settled form', () => {
    fc.assert(
      fc.property(rawBody, (raw) => {
        const body = parseBody(raw);
        expect(parseBody(body)).toEqual(body);
        expect(bodySchema.parse(body)).toEqual(body);
        const settled = settledBody(body);
        expect(settledBody(settled)).toEqual(settled);
      }),
    );
  });
});

describe('parseBody refuses', () => {
  it.each([1_000, 100_000])('%i levels, without overflowing', (levels) => {
    let deep: unknown = text('sâu');
    for (let i = 0; i < levels; i += 1) deep = { type: 'blockquote', content: [deep] };
    expect(refusal(doc(deep)).code).toBe('body.too_deep');
  });

  it('lists nested one deeper than a body goes', () => {
    const nested = (levels: number): unknown =>
      levels === 0
        ? paragraph(text('a'))
        : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(levels - 1)] }] };
    expect(() => parseBody(doc(nested(5)))).not.toThrow();
    expect(refusal(doc(nested(6))).code).toBe('body.too_deep');
  });

  it('10 MB and too many blocks', () => {
    expect(refusal(doc(paragraph(text('ạ'.repeat(4_000_000))))).code).toBe('body.too_large');
    const many = Array.from({ length: MAX_BODY_BLOCKS + 1 }, () => paragraph());
    expect(refusal(doc(...many)).code).toBe('body.too_many_blocks');
  });

  it('NUL and half characters, with the place', () => {
    for (const bad of ['a\u0000b', '\ud83d', '\udc00x']) {
      expect(refusal(doc(paragraph(text('tốt'), text(bad, bold))))).toMatchObject({
        code: 'text.forbidden_characters',
        facts: { path: 'content.0.content.1' },
      });
    }
  });

  it.each([
    ['javascript:alert(1)'],
    ['JAVASCRIPT:alert(1)'],
    ['java\tscript:alert(1)'],
    [' javascript:alert(1)'],
    ['data:text/html,x'],
    ['vbscript:x'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['https://'],
    ['https://a b'],
  ])('the address %j', (href) => {
    const link = { type: 'link', attrs: { href } };
    expect(refusal(doc(paragraph(text('x', link)))).code).toBe('body.invalid');
    const figure = { type: 'figure', attrs: { src: href, alt: '', credit: '' } };
    expect(refusal(doc(figure)).code).toBe('body.invalid');
  });

  it.each([
    ['null', null],
    ['a text', 'doc'],
    ['an array', [doc()]],
    ['an unknown node', doc({ type: 'script' })],
    ['an unknown field', doc({ type: 'paragraph', onclick: 'x' })],
    ['a h1', doc({ type: 'heading', attrs: { level: 1 } })],
    ['a prototype', JSON.parse('{"type":"doc","content":[],"__proto__":{"polluted":true}}')],
    [
      'a prototype below',
      JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{}}]}'),
    ],
  ])('%s', (_, input: unknown) => {
    expect(refusal(input).code).toBe('body.invalid');
    expect('polluted' in {}).toBe(false);
  });

  it('a million wrong nodes at once', () => {
    const wrong: unknown[] = Array.from({ length: 500_000 }, () => ({}));
    expect(refusal(doc({ type: 'paragraph', content: wrong })).facts).toEqual({
      path: 'content.0.content.0',
      reason: 'invalid_union',
    });
    const zeros = { type: 'text', text: 'x', marks: Array.from({ length: 500_000 }, () => 0) };
    expect(refusal(doc(paragraph(zeros))).facts).toMatchObject({
      path: 'content.0.content.0',
    });
  });
});

it('is linear in the size of a body', () => {
  const body = (blocks: number): Body =>
    parseBody(
      doc(
        ...Array.from({ length: blocks }, (_, i) =>
          paragraph(text(`Đoạn ${String(i)}. `.repeat(20))),
        ),
      ),
    );
  const started = performance.now();
  parseBody(body(4_000));
  expect(performance.now() - started).toBeLessThan(60_000);
});
