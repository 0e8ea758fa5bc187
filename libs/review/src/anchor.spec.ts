import type { Body } from '@desk/contracts';
import { anchorHolds, textAt } from './anchor.js';

const body: Body = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Sáng ngày 22/5, ' },
        { type: 'text', text: 'Liên hiệp', marks: [{ type: 'bold' }] },
        { type: 'footnote', content: [{ type: 'text', text: 'các tổ chức hữu nghị' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'họp.' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ព្រះរាជាណាចក្រកម្ពុជា' }] }],
        },
      ],
    },
    { type: 'figure', attrs: { src: '/media/a.jpg', alt: 'Cầu Mỹ Thuận', credit: 'Ảnh: Lan' } },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableCell',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vĩnh Long' }] }],
            },
          ],
        },
      ],
    },
  ],
};
const text = { title: 'Hội nghị tổng kết', summary: 'Tóm tắt', body };

describe('where a comment points', () => {
  it.each([
    ['title', 'Hội nghị tổng kết'],
    ['summary', 'Tóm tắt'],
    ['body/0', 'Sáng ngày 22/5, Liên hiệp\nhọp.'],
    ['body/1/0/0', 'ព្រះរាជាណាចក្រកម្ពុជា'],
    ['body/2/alt', 'Cầu Mỹ Thuận'],
    ['body/3/0/0/0', 'Vĩnh Long'],
    ['body/9', null],
    ['body/1', null],
    ['body/2/src/x', null],
    ['seo', null],
  ])('%s is %j', (path, found) => {
    expect(textAt(text, path)).toBe(found);
  });

  it('holds only where exactly the quoted words stand', () => {
    const anchor = { path: 'body/0', from: 16, to: 25, quote: 'Liên hiệp' };
    expect(anchorHolds(text, anchor)).toBe(true);
    expect(anchorHolds(text, { ...anchor, from: 15 })).toBe(false);
    expect(anchorHolds(text, { ...anchor, quote: 'Liên hiệp'.normalize('NFD') })).toBe(false);
    expect(anchorHolds(text, { ...anchor, path: 'body/7' })).toBe(false);
  });
});
