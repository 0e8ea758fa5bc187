import fc from 'fast-check';
import { asLine, documentOf, writtenFormOf } from './written-form';

describe('a segment in the editor', () => {
  it('comes back as it was written, codes and brackets of the text itself included', () => {
    const piece = fc.oneof(
      fc.string().map((text) => text.normalize('NFC').replaceAll('⟨', '⟨⟨')),
      fc.constantFrom('⟨1⟩', '⟨/1⟩', '⟨2/⟩', 'Ừ, thì hoà bình', 'ស្រុក'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const written = pieces.join(' ').normalize('NFC');
        const once = writtenFormOf(documentOf(written));
        expect(writtenFormOf(documentOf(once))).toBe(once);
      }),
    );
  });
  it('keeps the order of text and codes', () => {
    const written = 'Xem ⟨1⟩báo cáo⟨/1⟩ này⟨2/⟩.';
    expect(writtenFormOf(documentOf(written))).toBe(written);
  });
  it('makes one line of what is pasted', () => {
    expect(asLine('một \n hai')).toBe('một hai');
  });
});
