import type { Block, Body, Inline, ListItem, Paragraph } from '@desk/contracts';
import fc from 'fast-check';
import { parseBody } from './parse-body.js';

/** Words of the newsroom, with decomposed Vietnamese, zero-width spaces, and what HTML must escape. */
const word = fc.constantFrom(
  'Bạc Liêu',
  'thông tin đối ngoại',
  'hữu nghị',
  'ho\u0302\u0323i nghi\u0323',
  'ស្ត្រី',
  'ប្រទេស\u200bកម្ពុជា',
  'សិទ្ធិមនុស្ស។',
  'friendship',
  'Mekong & Co.',
  '<b>x</b>',
  '"quoted" \'so\'',
  '12.500',
  'km²',
  '😀',
);
const words = fc
  .array(fc.oneof({ weight: 8, arbitrary: word }, fc.constantFrom('  ', '\u00a0', '\t', ',')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '));
const shortText = fc.oneof(words, fc.constant(''), fc.constant(' '));

const href = fc.constantFrom(
  'https://baclieu.example/tin-tuc?id=1&lang=vi',
  'http://xn--vit-8ma.example/%C3%A1',
  'mailto:toasoan@baclieu.example',
  'tel:+842913825836',
  '/vi/tin-tuc/bai-viet',
  '#phan-2',
  'https://example.org/{a}|b',
);
const mark = fc.oneof(
  fc.constant({ type: 'bold' as const }),
  fc.constant({ type: 'italic' as const }),
  fc.record({ href, title: shortText }).map((attrs) => ({ type: 'link' as const, attrs })),
);
const text = fc.record({
  type: fc.constant('text' as const),
  text: words,
  marks: fc.array(mark, { maxLength: 3 }),
});
const hardBreak = fc.constant({ type: 'hardBreak' as const });
const footnote = fc
  .array(fc.oneof({ weight: 4, arbitrary: text }, hardBreak), { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: 'footnote' as const, content }));
const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 8, arbitrary: text }, hardBreak, footnote),
  { maxLength: 5 },
);

const paragraph: fc.Arbitrary<Paragraph> = inlines.map((content) => ({
  type: 'paragraph',
  content,
}));
const heading = fc.record({
  type: fc.constant('heading' as const),
  attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
  content: inlines,
});
const figure = fc.record({
  type: fc.constant('figure' as const),
  attrs: fc.record(
    {
      src: fc.constantFrom('/media/anh-1.jpg', 'https://img.example/ảnh.png'),
      alt: shortText,
      credit: shortText,
      width: fc.integer({ min: 3, max: 20_000 }),
      height: fc.integer({ min: 1, max: 20_000 }),
    },
    { requiredKeys: ['src', 'alt', 'credit'] },
  ),
  content: inlines,
});
const embed = fc
  .record({ href: fc.constantFrom('https://video.example/1', '/media/2.mp4'), title: words })
  .map((attrs) => ({ type: 'embed' as const, attrs }));
const cell = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
  attrs: fc.record(
    { colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: [] },
  ),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const row = fc
  .array(cell, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'tableRow' as const, content }));
const table = fc
  .array(row, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'table' as const, content }));

const { child } = fc.letrec<{ child: ListItem['content'][number]; item: ListItem }>((tie) => ({
  child: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    paragraph,
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: 'bulletList' as const, content })),
    fc
      .record({ items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }), start: fc.nat(20) })
      .map(({ items, start }) => ({
        type: 'orderedList' as const,
        attrs: { start },
        content: items,
      })),
  ),
  item: fc
    .array(tie('child'), { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'listItem' as const, content })),
}));
const blockquote = fc
  .array(child, { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: 'blockquote' as const, content }));

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  fc.constant({ type: 'horizontalRule' as const }),
  figure,
  embed,
  table,
  child,
  blockquote,
);

/** Any body that the schema takes, as an editor might send it. */
export const rawBody: fc.Arbitrary<Body> = fc
  .array(block, { maxLength: 8 })
  .map((content) => ({ type: 'doc', content }));

/** Any canonical body. */
export const anyBody: fc.Arbitrary<Body> = rawBody.map(parseBody);
export const anyBlock: fc.Arbitrary<Block> = block;
