import { checkCodes } from './check-codes.js';
import { codeTokens, plainText, textInCodeText } from './code-text.js';
import { contextHash, segmentHash } from './segment-hash.js';

const source = 'Xem ⟨1⟩trang ⟨2⟩này⟨/2⟩⟨/1⟩⟨3/⟩';

it.each([
  ['⟨1⟩ទំព័រ⟨2⟩នេះ⟨/2⟩⟨/1⟩⟨3/⟩', []],
  ['⟨3/⟩⟨2⟩⟨1⟩នេះ⟨/1⟩⟨/2⟩', []],
  ['⟨1⟩ទំព័រ⟨/1⟩⟨2⟩នេះ⟨/2⟩', ['missing ⟨3/⟩']],
  ['⟨1⟩⟨2⟩⟨/1⟩⟨/2⟩⟨3/⟩', ['crossed ⟨/1⟩']],
  ['⟨1⟩⟨2⟩⟨/2⟩⟨3/⟩', ['unclosed ⟨1⟩', 'missing ⟨/1⟩'].slice(1)],
  ['⟨/1⟩⟨1⟩⟨2⟩⟨/2⟩⟨3/⟩', ['unopened ⟨/1⟩', 'unclosed ⟨1⟩']],
  ['⟨1⟩⟨2⟩⟨/2⟩⟨/1⟩⟨3/⟩⟨3/⟩⟨4/⟩', ['repeated ⟨3/⟩', 'invented ⟨4/⟩']],
  ['⟨1⟩⟨2⟩⟨/2⟩⟨/1⟩⟨3⟩', ['invented ⟨3⟩', 'missing ⟨3/⟩']],
  ['⟨⟨1⟩⟨2⟩⟨/2⟩⟨3/⟩', ['missing ⟨1⟩', 'missing ⟨/1⟩']],
])('checkCodes(%s)', (target, wanted) => {
  expect(checkCodes(source, target).map(({ fault, code }) => `${fault} ${code}`)).toEqual(wanted);
});

it('a sign of the text is never taken for a code', () => {
  for (const text of ['⟨1⟩', '⟨⟨1⟩', '⟨', '⟨/1/⟩ ⟨x⟩', 'a⟨⟨⟨2/⟩']) {
    expect(codeTokens(textInCodeText(text))).toEqual([{ type: 'text', text }]);
    expect(plainText(`⟨1⟩${textInCodeText(text)}⟨/1⟩`)).toBe(text);
  }
});

describe('segmentHash', () => {
  it('is the same for one text typed in different ways', () => {
    const hash = segmentHash('Hội nghị ខ្ញុំនៅផ្ទះ', []);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(segmentHash('Hội  nghị\u00A0ខ្ញុំ\u200Bនៅ\u200Bផ្ទះ'.normalize('NFD'), [])).toBe(hash);
  });

  it('differs by case, by the kind of a code, and not by where a link leads', () => {
    const hash = segmentHash('⟨1⟩a⟨/1⟩', [{ id: 1, type: 'bold' }]);
    expect(segmentHash('⟨1⟩A⟨/1⟩', [{ id: 1, type: 'bold' }])).not.toBe(hash);
    expect(segmentHash('⟨1⟩a⟨/1⟩', [{ id: 1, type: 'italic' }])).not.toBe(hash);
    const link = (href: string) =>
      segmentHash('⟨1⟩a⟨/1⟩', [{ id: 1, type: 'link', attrs: { href } }]);
    expect(link('/a')).toBe(link('/b'));
  });

  it('knows its neighbours', () => {
    expect(contextHash('a', 'b')).not.toBe(contextHash('b', 'a'));
  });
});
