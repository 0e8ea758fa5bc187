import { codesOf, missingCodes, stretches } from './pieces';

describe('a segment in pieces', () => {
  it('knows what codes are missing, in the order of the source', () => {
    const source = 'Xem ⟨1⟩báo cáo⟨/1⟩ này⟨2/⟩.';
    expect(missingCodes(source, 'See ⟨1⟩the report')).toEqual([
      { type: 'close', id: 1 },
      { type: 'lone', id: 2 },
    ]);
    expect(missingCodes(source, source)).toEqual([]);
  });
  it('cuts the text where terms begin and end, counted in the plain text', () => {
    const cut = stretches('⟨1⟩Uỷ ban⟨/1⟩ tỉnh', [{ start: 3, end: 11 }], 'plain');
    expect(cut.map(({ text, over }) => [text, over])).toEqual([
      ['', []],
      ['Uỷ ', []],
      ['ban', [0]],
      ['', []],
      [' tỉnh', [0]],
    ]);
  });
  it('cuts it where findings stand, counted in the written form', () => {
    const written = '⟨1⟩Uỷ⟨/1⟩ ban';
    const cut = stretches(
      written,
      [{ start: written.indexOf('ban'), end: written.length }],
      'written',
    );
    expect(cut.find(({ text }) => text === 'ban')?.over).toEqual([0]);
    expect(cut.filter(({ over }) => over.length > 0)).toHaveLength(1);
  });
  it('takes codes it can read and leaves the rest', () => {
    expect(codesOf([{ id: 1, type: 'bold' }, 'nothing'])).toEqual([{ id: 1, type: 'bold' }]);
  });
});
