import type { Inline } from '@desk/contracts';
import { sameText, withField, type EditionText } from './edition-text';

const text: EditionText = {
  title: 'Hội thảo về lúa gạo',
  summary: '',
  slug: '',
  seo: { title: '', description: '' },
  body: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Cà Mau', marks: [{ type: 'bold' }, { type: 'italic' }] }],
      },
    ],
  },
};
const says = (content: Inline[]): EditionText['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});

describe('two texts are the same', () => {
  it.each([
    ['in NFD', withField(text, 'title', text.title.normalize('NFD'))],
    ['with a space at the end of the title', withField(text, 'title', `${text.title} `)],
    [
      'with its marks in another order',
      {
        ...text,
        body: says([
          { marks: [{ type: 'italic' }, { type: 'bold' }], type: 'text', text: 'Cà Mau' },
        ]),
      },
    ],
  ])('%s', (_, other) => {
    expect(sameText(text, other)).toBe(true);
  });

  it.each([
    ['with another description', withField(text, 'seoDescription', 'Lúa')],
    ['without the bold', { ...text, body: says([{ type: 'text', text: 'Cà Mau' }]) }],
    ['with a space more in the text', { ...text, body: says([{ type: 'text', text: 'Cà  Mau' }]) }],
  ])('but not %s', (_, other) => {
    expect(sameText(text, other)).toBe(false);
  });
});
