import { getSchema } from '@tiptap/core';
import { anchorOf, stretchOf, stretchOfWords } from './anchors';
import { bodyExtensions } from './extensions';

const schema = getSchema(bodyExtensions);
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const note = { type: 'footnote', content: [text('Số liệu năm 2020.')] };
const quote = {
  type: 'blockquote',
  content: [paragraph(text('Tình đoàn kết'), note, text(' quý'))],
};
const document = schema.nodeFromJSON({
  type: 'doc',
  content: [
    paragraph(text('Một câu.')),
    quote,
    paragraph(text('Dòng đầu'), { type: 'hardBreak' }, text('dòng sau')),
  ],
});

describe('the place of a comment', () => {
  it.each([
    ['Một', { path: 'body/0', from: 0, to: 3 }],
    ['kết', { path: 'body/1/0', from: 10, to: 13 }],
    ['quý', { path: 'body/1/0', from: 14, to: 17 }],
    ['kết quý', { path: 'body/1/0', from: 10, to: 17 }],
    ['đầu\ndòng', { path: 'body/2', from: 5, to: 13 }],
  ])('of “%s” is told as the newsroom counts it, and found again', (words, place) => {
    const stretch = stretchOfWords(document, words);
    if (!stretch) throw new Error('not found');
    const anchor = { ...place, quote: words };
    expect(anchorOf(document, stretch)).toEqual(anchor);
    expect(stretchOf(document, anchor)).toEqual(stretch);
  });

  it('is found where its words have moved to', () => {
    const moved = schema.nodeFromJSON({
      type: 'doc',
      content: [quote, paragraph(text('Một câu.'))],
    });
    const anchor = { path: 'body/0', from: 0, to: 3, quote: 'Một' };
    expect(stretchOf(moved, anchor)).toEqual(stretchOfWords(moved, 'Một'));
  });

  it('is nowhere when its words are gone', () => {
    expect(stretchOf(document, { path: 'body/9', from: 0, to: 4, quote: 'mưa bão' })).toBeNull();
  });

  it('is within one block', () => {
    expect(anchorOf(document, { from: 2, to: 20 })).toBeNull();
    expect(anchorOf(document, { from: 2, to: 2 })).toBeNull();
  });
});
