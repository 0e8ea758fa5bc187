import fc from 'fast-check';
import type { Block } from '@desk/contracts';
import { chosenBlocks, likelyChoice, sideBySide } from './merge-blocks';

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

describe('which side is likely meant', () => {
  const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const base = [line('Lúa'), line('Tôm')];
  it.each([
    ['what I changed', [line('Lúa mùa')], [line('Lúa')], 'mine'],
    ['what they changed', [line('Lúa')], [line('Lúa gạo')], 'theirs'],
    ['what I added', [line('Cá')], [], 'mine'],
    ['what they added', [], [line('Cá')], 'theirs'],
    ['what I took out', [], [line('Tôm')], 'mine'],
    ['what they took out', [line('Tôm')], [], 'theirs'],
    ['nobody knows of what both changed', [line('Lúa mùa')], [line('Lúa gạo')], null],
  ] as const)('%s', (_, mine, theirs, choice) => {
    expect(likelyChoice({ kind: 'differs', mine, theirs }, base)).toBe(choice);
  });
});
