import type { Body } from '@desk/contracts';
import { bodyOf, documentOf } from './document';
import { noteContent, noteText } from './notes';

const body: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Lễ hội' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Xem ' },
        {
          type: 'text',
          text: 'báo cáo',
          marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://vi.example/' } }],
        },
        { type: 'footnote', content: [{ type: 'text', text: 'Số 23/KH-UBND.' }] },
      ],
    },
    {
      type: 'figure',
      attrs: { src: '/media/a.jpg', alt: 'Đua ghe ngo', credit: 'THT' },
      content: [{ type: 'text', text: 'Ngày hội' }],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ba' }] }],
        },
      ],
    },
  ],
};

describe('the document of the editor', () => {
  it('is the body, there and back', () => {
    expect(bodyOf(documentOf(body))).toEqual(body);
  });
  it('leaves out what is the editor’s own, and empty paragraphs at the end', () => {
    expect(
      bodyOf({
        type: 'doc',
        content: [
          {
            type: 'orderedList',
            attrs: { start: 1, type: null },
            content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
          },
          { type: 'paragraph', attrs: { textAlign: null } },
        ],
      }),
    ).toEqual({
      type: 'doc',
      content: [
        { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    });
  });
  it('composes what Telex leaves decomposed', () => {
    const decomposed = 'Hòa bình'.normalize('NFD');
    expect(
      bodyOf({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: decomposed }] }],
      })?.content[0],
    ).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Hòa bình' }] });
  });
  it('is no body while an embed has no address', () => {
    expect(
      bodyOf({ type: 'doc', content: [{ type: 'embed', attrs: { href: '', title: '' } }] }),
    ).toBeNull();
  });
  it('gives an empty body a line to write on', () => {
    expect(documentOf({ type: 'doc', content: [] }).content).toEqual([{ type: 'paragraph' }]);
  });
  it('keeps the lines of a note', () => {
    expect(noteText(noteContent('một\nhai'))).toBe('một\nhai');
  });
});
