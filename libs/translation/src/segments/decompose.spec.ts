import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Body } from '@desk/contracts';
import { decompose } from './decompose.js';
import { recompose } from './recompose.js';

const lines = readFileSync(join(process.cwd(), 'test/data/seed-article.txt'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
const heading = lines.lastIndexOf('Công tác thông tin đối ngoại từ góc nhìn địa phương');
const story = lines.slice(heading + 1, lines.indexOf('Số lượt xem: 845'));
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const edition = (...content: Block[]) => ({
  title: lines[heading] ?? '',
  summary: 'Tóm tắt một. Tóm tắt hai.',
  body: { type: 'doc', content } satisfies Body,
  seo: { title: 'Thông tin đối ngoại', description: 'Một. Hai.' },
  language: 'vi' as const,
});

describe('the seed article', () => {
  const segments = decompose(edition(...story.map(paragraph)), 'vi');
  const inBody = segments.filter(({ place }) => place.startsWith('body/'));

  it('has its sentences, the document’s end among them', () => {
    expect(inBody).toHaveLength(28);
    expect(inBody.at(-1)?.source).toMatch(/tỉnh nhà\.\/\.$/);
    expect(inBody.filter(({ source }) => source.length < 40)).toEqual([]);
  });

  it('keeps numbers, dates and document numbers inside their sentences', () => {
    const plans = inBody.filter(({ source }) => source.includes('23/KH-UBND ngày 09/5/2013'));
    expect(plans).toHaveLength(1);
    expect(plans[0]?.source).toContain('38/KH-UBND ngày 03/7/2014');
    expect(inBody.some(({ source }) => source.includes('hơn 3.000 lượt cán bộ'))).toBe(true);
  });

  it('is read from title to SEO, each segment with its place', () => {
    expect(segments.map(({ position }) => position)).toEqual([...segments.keys()]);
    expect(segments.slice(0, 4).map(({ kind, place }) => [kind, place])).toEqual([
      ['title', 'title'],
      ['summary', 'summary'],
      ['summary', 'summary'],
      ['paragraph', 'body/0'],
    ]);
    expect(segments.slice(-3).map(({ source }) => source)).toEqual([
      'Thông tin đối ngoại',
      'Một.',
      'Hai.',
    ]);
  });
});

describe('decompose', () => {
  it('finds every text that a reader meets, and nothing else', () => {
    const source = edition(
      {
        type: 'figure',
        attrs: { src: '/media/1.jpg', alt: 'Cảnh sát biển', credit: 'Ảnh: THT' },
        content: [{ type: 'text', text: 'Các chiến sĩ tham quan triển lãm' }],
      },
      { type: 'embed', attrs: { href: 'https://video.example/1', title: 'Phóng sự' } },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Năm' }] }],
              },
              { type: 'tableCell', content: [{ type: 'paragraph' }] },
            ],
          },
        ],
      },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              {
                type: 'paragraph',
                content: [
                  {
                    type: 'text',
                    text: 'Xem thêm',
                    marks: [{ type: 'link', attrs: { href: '/vi/a', title: 'Bài trước' } }],
                  },
                  { type: 'footnote', content: [{ type: 'text', text: 'Theo UBND tỉnh.' }] },
                ],
              },
            ],
          },
        ],
      },
      { type: 'horizontalRule' },
      { type: 'paragraph', content: [{ type: 'text', text: ' \u200B ' }, { type: 'hardBreak' }] },
    );
    const found = decompose(source, 'vi').filter(({ place }) => place.startsWith('body/'));
    expect(found.map(({ place, kind, source: text }) => [place, kind, text])).toEqual([
      ['body/0/alt', 'alt', 'Cảnh sát biển'],
      ['body/0', 'caption', 'Các chiến sĩ tham quan triển lãm'],
      ['body/0/credit', 'credit', 'Ảnh: THT'],
      ['body/1/title', 'embed_title', 'Phóng sự'],
      ['body/2/0/0/0', 'cell', 'Năm'],
      ['body/3/0/0', 'list_item', '⟨1⟩Xem thêm⟨/1⟩⟨2/⟩'],
      ['body/3/0/0/link/0', 'link_title', 'Bài trước'],
      ['body/3/0/0/1', 'footnote', 'Theo UBND tỉnh.'],
    ]);
    expect(found[5]?.codes).toEqual([
      { id: 1, type: 'link', attrs: { href: '/vi/a', title: 'Bài trước' } },
      { id: 2, type: 'footnote', place: 'body/3/0/0/1' },
    ]);
    const english = recompose(
      source,
      found.map(({ position, source: text }) => ({ position, target: text.toUpperCase() })),
      'en',
    );
    expect(JSON.stringify(english.body)).toContain('{"href":"/vi/a","title":"BÀI TRƯỚC"}');
  });

  it('keeps white space between sentences out of them', () => {
    const [, , , first, second] = decompose(
      edition({
        type: 'paragraph',
        content: [
          { type: 'text', text: '    Một ⟨ hai.  ' },
          { type: 'hardBreak' },
          { type: 'text', text: 'Ba.' },
        ],
      }),
      'vi',
    );
    expect([first?.source, first?.trailing]).toEqual(['Một ⟨⟨ hai.', '  \n']);
    expect([second?.source, second?.trailing]).toEqual(['Ba.', '']);
  });

  it('takes five thousand paragraphs in a second or two', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      paragraph(story[index % story.length] ?? ''),
    );
    const source = edition(
      ...many.slice(0, 1_500),
      ...many.slice(0, 3_500).map(() => paragraph('Tin. Tin.')),
    );
    const started = performance.now();
    const segments = decompose(source, 'vi');
    recompose(
      source,
      segments.map(({ position, source: text }) => ({ position, target: `${text} x` })),
      'en',
    );
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('is linear in one long paragraph with many marks', () => {
    const content = Array.from({ length: 20_000 }, (_, index) => ({
      type: 'text' as const,
      text: index % 9 === 0 ? 'non. ' : 'Nước ',
      ...(index % 2 === 0 ? {} : { marks: [{ type: 'bold' as const }] }),
    }));
    const started = performance.now();
    expect(decompose(edition({ type: 'paragraph', content }), 'vi').length).toBeGreaterThan(2_000);
    expect(performance.now() - started).toBeLessThan(60_000);
  });
});
