import fc from 'fast-check';
import { comparable } from '@desk/languages';
import { difference } from './difference.js';
import { someText } from './texts.arbitrary.js';

const shown = (source: string, unitSource: string): string =>
  difference(source, unitSource)
    .map(({ kind, text }) => ({ equal: text, insert: `[+${text}]`, delete: `[-${text}]` })[kind])
    .join('');

describe('the difference', () => {
  it.each([
    ['Có 12 người.', 'Có 15 người.', 'Có [-15][+12] người.'],
    ['Sở Văn hoá báo cáo', 'sở văn hóa đã báo cáo', 'Sở Văn hoá [-đã ]báo cáo'],
    ['⟨1⟩Tôm⟨/1⟩ tăng', 'Tôm tăng', '[+⟨1⟩]Tôm[+⟨/1⟩] tăng'],
    ['ប្រជាជន​រស់នៅ​ផ្សារ', 'ប្រជាជនរស់នៅសាលា', 'ប្រជាជន​រស់នៅ​[-សាលា][+ផ្សារ]'],
  ])('of %j to %j', (source, unitSource, wanted) => {
    expect(shown(source, unitSource)).toBe(wanted);
  });

  it('joins to both sources', () => {
    fc.assert(
      fc.property(someText, someText, (source, unitSource) => {
        const runs = difference(source, unitSource);
        const joined = (without: string) =>
          runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
        expect(joined('delete')).toBe(source.normalize('NFC'));
        expect(comparable(joined('insert')).length).toBe(comparable(unitSource).length);
      }),
    );
  });
});
