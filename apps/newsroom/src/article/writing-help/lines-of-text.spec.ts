import { corrected } from './corrected';
import { linesOfText } from './lines-of-text';

const words = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
});

describe('the lines of a text', () => {
  it('are title, summary and every block of words, also within lists', () => {
    const body = {
      type: 'doc' as const,
      content: [
        words('Một'),
        {
          type: 'bulletList' as const,
          content: [{ type: 'listItem' as const, content: [words('Hai')] }],
        },
      ],
    };
    const text = {
      title: 'Đầu đề',
      summary: '',
      body,
      slug: '',
      seo: { title: '', description: '' },
    };
    expect(linesOfText(text)).toEqual([
      { path: 'title', words: 'Đầu đề' },
      { path: 'body/0', words: 'Một' },
      { path: 'body/1/0/0', words: 'Hai' },
    ]);
  });
});

describe('a correction of a line', () => {
  it('stands in the place of the words, or nowhere when they are gone', () => {
    expect(corrected('Kể vè hoà bình', { from: 3, to: 5, words: 'vè' }, 'về')).toBe(
      'Kể về hoà bình',
    );
    expect(corrected('Kể hoà bình', { from: 3, to: 5, words: 'vè' }, 'về')).toBeNull();
    expect(corrected('null Công tác', { from: 0, to: 4, words: 'null' }, '')).toBe('Công tác');
  });
});
