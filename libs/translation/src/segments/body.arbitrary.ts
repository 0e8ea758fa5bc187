import type { Block, Body, Inline, ListItem, Mark, Paragraph } from '@desk/contracts';
import fc from 'fast-check';
import { pushInline } from './decode-inlines.js';

/** Sentences and bits of them: ends, abbreviations, Khmer, NFD, zero-width and stray spaces. */
const bit = fc.constantFrom(
  'Tỉnh Bạc Liêu có 7 phường. ',
  'Đoàn đến TP. Hồ Chí Minh',
  ' và về. ',
  'Ai đi? ',
  'nhà./. ',
  'ho\u0302\u0323i nghi\u0323 ',
  'គាត់ទៅផ្សារ។',
  'ខ្ញុំ\u200Bនៅ\u200Bផ្ទះ។\u200B ',
  'The U.S. said so. ',
  '⟨1⟩ is no code, ⟨⟨ neither. ',
  '⟨/2⟩',
  '   ',
  '\uFFFC',
  '.',
  'x',
);
const words = fc.array(bit, { minLength: 1, maxLength: 5 }).map((bits) => bits.join(''));

const link = fc
  .record({
    href: fc.constantFrom('https://example.org/a', '/vi/tin-tuc'),
    title: fc.constantFrom(undefined, 'Trang chủ. Xem thêm', ' '),
  })
  .map(({ href, title }): Mark => ({ type: 'link', attrs: title ? { href, title } : { href } }));
const marks = fc
  .tuple(fc.option(link), fc.boolean(), fc.boolean())
  .map(([linked, bold, italic]): Mark[] => [
    ...(linked === null ? [] : [linked]),
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ]);
const text = fc
  .tuple(words, marks)
  .map(([content, own]): Inline =>
    own.length === 0
      ? { type: 'text', text: content }
      : { type: 'text', text: content, marks: own },
  );
const hardBreak = fc.constant<Inline>({ type: 'hardBreak' });

const noteContent = fc
  .array(fc.oneof({ weight: 4, arbitrary: text }, hardBreak), { minLength: 1, maxLength: 3 })
  .map((content) => merged(content).flatMap((one) => (one.type === 'footnote' ? [] : [one])));
const footnote = noteContent.map((content): Inline => ({ type: 'footnote', content }));
const inline = fc.oneof({ weight: 6, arbitrary: text }, hardBreak, footnote);

/** As an editor leaves it: no two neighbouring texts with equal marks. */
export const canonicalInlines = fc.array(inline, { maxLength: 6 }).map(merged);
/** As the schema allows it too: texts torn apart, marks in any order. */
const torn = fc
  .tuple(fc.array(inline, { maxLength: 6 }), fc.boolean())
  .map(([content, turn]) =>
    content.map((one) =>
      turn && one.type === 'text' && one.marks ? { ...one, marks: one.marks.toReversed() } : one,
    ),
  );

function merged(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const one of content) pushInline(out, one);
  return out;
}

function bodyOf(inlines: fc.Arbitrary<Inline[]>): fc.Arbitrary<Body> {
  const paragraph = fc
    .option(inlines, { nil: undefined })
    .map((content): Paragraph =>
      content === undefined ? { type: 'paragraph' } : { type: 'paragraph', content },
    );
  const { child } = fc.letrec<{ child: ListItem['content'][number]; item: ListItem }>((tie) => ({
    child: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      paragraph,
      fc
        .array(tie('item'), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'bulletList' as const, content })),
    ),
    item: fc
      .array(tie('child'), { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'listItem' as const, content })),
  }));
  const cell = fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'tableCell' as const, content }));
  const row = fc
    .array(cell, { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'tableRow' as const, content }));
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 4, arbitrary: child },
    inlines.map((content): Block => ({ type: 'heading', attrs: { level: 2 }, content })),
    fc.constant<Block>({ type: 'horizontalRule' }),
    words.map((title): Block => ({ type: 'embed', attrs: { href: '/video', title } })),
    fc
      .tuple(inlines, fc.oneof(words, fc.constant('')), words)
      .map(([content, alt, credit]): Block => {
        const attrs = { src: '/media/anh.jpg', alt, credit };
        return { type: 'figure', attrs, content };
      }),
    fc
      .array(row, { minLength: 1, maxLength: 2 })
      .map((content): Block => ({ type: 'table', content })),
    fc
      .array(child, { minLength: 1, maxLength: 2 })
      .map((content): Block => ({ type: 'blockquote', content })),
  );
  return fc.array(block, { maxLength: 6 }).map((content) => ({ type: 'doc', content }));
}

const editionOf = (body: fc.Arbitrary<Body>) =>
  fc.record({
    title: words,
    summary: fc.oneof(words, fc.constant('')),
    body,
    seo: fc.record({ title: fc.oneof(words, fc.constant('')), description: words }),
    language: fc.constantFrom('vi' as const, 'en' as const, 'km' as const),
  });

export const canonicalEdition = editionOf(bodyOf(canonicalInlines));
export const anyEdition = editionOf(bodyOf(torn));
