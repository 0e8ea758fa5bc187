import fc from 'fast-check';
import type { Block } from '@desk/contracts';
import { chosenBlocks, sideBySide } from './merge-blocks';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const text = (...words: string[]): Block[] => words.map(paragraph);

describe('two texts of one article', () => {
  it('differ where they differ', () => {
    expect(sideBySide(text('a', 'b', 'c'), text('a', 'x', 'c'))).toEqual([
      { kind: 'same', blocks: text('a') },
      { kind: 'differs', mine: text('b'), theirs: text('x') },
      { kind: 'same', blocks: text('c') },
    ]);
  });
  it('are one when piece by piece is chosen', () => {
    const hunks = sideBySide(text('a', 'b', 'c'), text('x', 'b', 'z'));
    expect(chosenBlocks(hunks, ['theirs', 'both'])).toEqual(text('x', 'b', 'c', 'z'));
  });
  it('are each whole again when all of one is chosen', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const hunks = sideBySide(text(...one), text(...other));
        expect(
          chosenBlocks(
            hunks,
            hunks.map(() => 'mine'),
          ),
        ).toEqual(text(...one));
        expect(
          chosenBlocks(
            hunks,
            hunks.map(() => 'theirs'),
          ),
        ).toEqual(text(...other));
      }),
    );
  });
});
