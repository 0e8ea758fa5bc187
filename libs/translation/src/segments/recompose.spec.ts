import { type Body, type Inline, bodySchema } from '@desk/contracts';
import fc from 'fast-check';
import { anyEdition, canonicalEdition, canonicalInlines } from './body.arbitrary.js';
import { checkCodes } from './check-codes.js';
import { codeTokens, textInCodeText } from './code-text.js';
import { decodeInlines } from './decode-inlines.js';
import { decompose } from './decompose.js';
import { encodeInlines } from './encode-inlines.js';
import { recompose } from './recompose.js';
import type { EditionText } from './segment.js';

const asItself = (edition: EditionText & { language: 'vi' | 'en' | 'km' }) =>
  decompose(edition, edition.language).map(({ position, source }) => ({
    position,
    target: source,
  }));
const textOf = ({ title, summary, body, seo }: EditionText) => ({ title, summary, body, seo });

describe('decompose and recompose', () => {
  it('give any valid edition back when each segment is its own translation', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        expect(bodySchema.safeParse(edition.body).success).toBe(true);
        expect(recompose(edition, asItself(edition), edition.language)).toEqual(textOf(edition));
        expect(recompose(edition, [], edition.language)).toEqual(textOf(edition));
      }),
    );
  });

  it('put every changed text in its place, with its marks, and touch nothing else', () => {
    fc.assert(
      fc.property(canonicalEdition, (edition) => {
        const louder = decompose(edition, edition.language).map(({ position, source }) => ({
          position,
          target: loud(source),
        }));
        const got = recompose(edition, louder, edition.language);
        const wanted = JSON.stringify(textOf(edition), (key, value: unknown) =>
          typeof value === 'string' && spoken.has(key) ? loudText(value) : value,
        );
        expect(got).toEqual(JSON.parse(wanted));
      }),
    );
  });

  it('make a valid body of any translations, and find no fault in the source itself', () => {
    fc.assert(
      fc.property(canonicalEdition, fc.array(fc.string()), (edition, strings) => {
        const segments = decompose(edition, edition.language);
        for (const { source } of segments) expect(checkCodes(source, source)).toEqual([]);
        const targets = segments.map(({ position, source }, index) => ({
          position,
          target: `${strings[index] ?? ''}${source.slice(0, index)}`,
        }));
        const { body } = recompose(edition, targets, 'vi');
        const tooLong = JSON.stringify(body).length > 100_000;
        expect(tooLong || bodySchema.safeParse(body).success).toBe(true);
      }),
    );
  });

  it('are each other’s inverse on codes', () => {
    fc.assert(
      fc.property(canonicalInlines, (inlines) => {
        const encoded = encodeInlines(inlines, () => '');
        expect(decodeInlines(encoded.source, encoded)).toEqual(inlines);
      }),
    );
  });
});

/** Keys under which an edition holds text for readers. */
const spoken = new Set(['text', 'title', 'summary', 'alt', 'credit', 'description']);
const loudText = (text: string) => text.replaceAll('x', 'yy').replaceAll('Ai', 'Những ai');
const loud = (source: string) =>
  codeTokens(source).reduce((text, token) => {
    if (token.type === 'text') return text + textInCodeText(loudText(token.text));
    const [slash, end] = [token.type === 'close' ? '/' : '', token.type === 'lone' ? '/' : ''];
    return `${text}⟨${slash}${String(token.id)}${end}⟩`;
  }, '');

function paragraph(...content: Inline[]): Body {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}
const text = (words: string, ...types: ('bold' | 'italic')[]): Inline =>
  types.length === 0
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: types.map((type) => ({ type })) };
const edition = (body: Body, language: 'vi' | 'en' | 'km' = 'vi') => ({
  title: 'Tin',
  summary: '',
  body,
  seo: { title: '', description: '' },
  language,
});
const sourcesOf = (body: Body) => decompose(edition(body), 'vi').map(({ source }) => source);
const inKhmer = (body: Body, ...targets: string[]) =>
  recompose(
    edition(body),
    targets.map((target, index) => ({ position: index + 1, target })),
    'km',
  ).body;

describe('marks', () => {
  it('that go across sentences are split and joined again', () => {
    const body = paragraph(text('Một '), text('hai. Ba', 'bold'), text(' bốn.'));
    expect(sourcesOf(body)).toEqual(['Tin', 'Một ⟨1⟩hai.⟨/1⟩', '⟨1⟩Ba⟨/1⟩ bốn.']);
    expect(inKhmer(body, 'មួយ⟨1⟩ពីរ។⟨/1⟩', '⟨1⟩បី⟨/1⟩បួន។')).toEqual(
      paragraph(text('មួយ'), text('ពីរ។ បី', 'bold'), text('បួន។')),
    );
  });

  it('keep a link whole that has a bold word in it', () => {
    const to = { type: 'link' as const, attrs: { href: '/vi/a' } };
    const body = paragraph(
      { type: 'text', text: 'Xem ', marks: [to] },
      { type: 'text', text: 'tin', marks: [to, { type: 'bold' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'này', marks: [to] },
    );
    expect(sourcesOf(body)[1]).toBe('⟨1⟩Xem ⟨2⟩tin⟨/2⟩⟨3/⟩này⟨/1⟩');
  });

  it('may change places in the translation', () => {
    const body = paragraph(text('Một', 'bold'), text(' hai '), text('ba', 'italic'));
    expect(inKhmer(body, '⟨2⟩បី⟨/2⟩ពីរ⟨1⟩មួយ⟨/1⟩')).toEqual(
      paragraph(text('បី', 'italic'), text('ពីរ'), text('មួយ', 'bold')),
    );
  });
});

describe('what stands between sentences', () => {
  it('becomes a space where Khmer had none', () => {
    const body = paragraph(text('គាត់ទៅផ្សារ។ខ្ញុំនៅផ្ទះ។\u200B'));
    const got = recompose(
      edition(body, 'km'),
      [
        { position: 1, target: 'Anh ấy đi chợ.' },
        { position: 2, target: 'Tôi ở nhà.' },
      ],
      'vi',
    );
    expect(got.body).toEqual(paragraph(text('Anh ấy đi chợ. Tôi ở nhà.')));
  });

  it('goes with a sentence that was joined to another', () => {
    const body = paragraph(text('Một. '), text('Hai.', 'bold'), text(' Ba.'));
    expect(inKhmer(body, 'មួយពីរ។', '', 'បី។')).toEqual(paragraph(text('មួយពីរ។ បី។')));
    expect(inKhmer(body, '', 'មួយពីរ។', '')).toEqual(paragraph(text('មួយពីរ។')));
  });

  it('keeps hard breaks, and a footnote whose anchor was lost', () => {
    const note: Inline = { type: 'footnote', content: [text('Nguồn: UBND.')].flatMap(noNote) };
    const body = paragraph(text('Một.'), note, { type: 'hardBreak' }, text('Hai.'));
    expect(sourcesOf(body)).toEqual(['Tin', 'Một.⟨1/⟩', 'Hai.', 'Nguồn: UBND.']);
    expect(inKhmer(body, 'មួយ។', 'ពីរ។', 'ប្រភព៖ គណៈកម្មាធិការ។')).toEqual(
      paragraph(
        text('មួយ។'),
        { type: 'footnote', content: [{ type: 'text', text: 'ប្រភព៖ គណៈកម្មាធិការ។' }] },
        { type: 'hardBreak' },
        text('ពីរ។'),
      ),
    );
  });
});

function noNote(inline: Inline) {
  return inline.type === 'footnote' ? [] : [inline];
}
