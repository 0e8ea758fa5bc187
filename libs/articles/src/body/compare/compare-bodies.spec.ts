import { type Body, type BodyComparison, bodyComparisonSchema } from '@desk/contracts';
import fc from 'fast-check';
import { anyBody } from '../body.arbitrary.js';
import { bodyFromHtml, compareBodies } from '../index.js';

const of = (html: string): Body => bodyFromHtml(html).body;
const compare = (before: string, after: string): BodyComparison =>
  compareBodies(of(before), of(after), 'vi');
const kinds = (comparison: BodyComparison) => comparison.blocks.map(({ kind }) => kind);

const a = '<p>Công tác thông tin đối ngoại là một bộ phận quan trọng.</p>';
const b = '<p>Đoàn đại biểu thăm tỉnh Kampot trong ba ngày.</p>';
const c = '<p>Bạc Liêu có 156 ki-lô-mét bờ biển.</p>';

describe('compareBodies', () => {
  it('tells kept, added, removed and moved blocks', () => {
    expect(compare(a + b, a + b)).toMatchObject({ equal: true, counts: { kept: 2 } });
    expect(kinds(compare(a + b, a + c + b))).toEqual(['kept', 'added', 'kept']);
    expect(kinds(compare(a + b + c, a + c))).toEqual(['kept', 'removed', 'kept']);
    expect(kinds(compare(a, b))).toEqual(['removed', 'added']);
    expect(compare(a + b + c, c + a + b).blocks[0]).toMatchObject({
      kind: 'moved',
      before: 2,
      after: 0,
      lines: [],
    });
  });

  it('shows what changed inside a block', () => {
    const { blocks } = compare(
      a + b + c,
      a + b.replace('ba', '<b>năm</b>').replace('Kampot', '<i>Kampot</i>') + c,
    );
    expect(blocks[1]).toMatchObject({
      kind: 'changed',
      form: [],
      lines: [
        {
          op: 'changed',
          at: 0,
          parts: [
            { op: 'same', text: 'Đoàn đại biểu thăm tỉnh ' },
            { op: 'restyled', text: 'Kampot', marks: [{ type: 'italic' }], before: {} },
            { op: 'same', text: ' trong ' },
            { op: 'removed', text: 'ba' },
            { op: 'added', text: 'năm', marks: [{ type: 'bold' }] },
            { op: 'same', text: ' ngày.' },
          ],
        },
      ],
    });
  });

  it('shows changes of form, and of one item or cell of many', () => {
    const under = '<h2>Phần một</h2>';
    expect(
      compare(under + a.replaceAll('p>', 'h2>'), under + a.replaceAll('p>', 'h3>')).blocks[1],
    ).toMatchObject({
      kind: 'changed',
      form: [{ what: 'level', before: 2, after: 3 }],
    });
    expect(compare(under + a, under + a.replaceAll('p>', 'h3>')).blocks[1]).toMatchObject({
      form: [
        { what: 'type', before: 'paragraph', after: 'heading' },
        { what: 'level', before: null, after: 3 },
      ],
    });
    const list = compare(
      '<ul><li>Bạc Liêu<li>Kampot</ul>',
      '<ul><li>Bạc Liêu<li>Cà Mau và Sóc Trăng<li>Kampot</ul>',
    );
    expect(list.blocks[0]).toMatchObject({
      kind: 'changed',
      lines: [{ op: 'same' }, { op: 'added', at: 1 }, { op: 'same', at: 2 }],
    });
    const picture = compare('<img src=/1.jpg alt="Lễ ký">', '<img src=/1.jpg alt="Lễ ký kết">');
    expect(picture.blocks[0]).toMatchObject({
      kind: 'changed',
      form: [{ what: 'alt', before: 'Lễ ký', after: 'Lễ ký kết' }],
    });
  });

  it('loses nothing: the new body and the old one can be read from it', () => {
    fc.assert(
      fc.property(anyBody, anyBody, fc.array(fc.nat(20), { maxLength: 8 }), (x, y, picks) => {
        const mixed: Body = {
          type: 'doc',
          content: picks.flatMap((i) => [...y.content, ...x.content].slice(i, i + 1)),
        };
        const comparison = compareBodies(x, mixed, 'km');
        expect(bodyComparisonSchema.parse(comparison)).toEqual(comparison);
        const now = comparison.blocks.flatMap((change) =>
          change.kind === 'removed' ? [] : [change],
        );
        expect(now.map((change) => change.block)).toEqual(mixed.content);
        expect(now.map((change) => change.after)).toEqual([...mixed.content.keys()]);
        const old = comparison.blocks.flatMap((change) =>
          'before' in change ? [change.before] : [],
        );
        expect(old.sort((p, q) => p - q)).toEqual([...x.content.keys()]);
      }),
    );
  });

  it('is bounded for 5,000 blocks: equal, changed, other, turned round', () => {
    const word = (seed: number) => (Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0).toString(36);
    const long = (seed: number, end = ''): Body => ({
      type: 'doc',
      content: Array.from({ length: 5_000 }, (_, i) => ({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: Array.from({ length: 30 }, (__, j) => word(seed + i * 31 + j)).join(' ') + end,
          },
        ],
      })),
    });
    const first = long(1);
    const started = performance.now();
    expect(compareBodies(first, long(1, ' nữa'), 'vi').counts).toMatchObject({ changed: 5_000 });
    expect(compareBodies(first, long(900_000), 'vi').counts).toMatchObject({ kept: 0 });
    const turned: Body = { type: 'doc', content: [...first.content].reverse() };
    expect(compareBodies(first, turned, 'vi').counts).toMatchObject({ kept: 1, moved: 4_999 });
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
