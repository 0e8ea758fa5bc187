import fc from 'fast-check';
import { score } from './score.js';
import { someText } from './texts.arbitrary.js';

describe('the score', () => {
  it.each([
    ['NFC and NFD', 'Hội nghị khởi nghiệp', 'Hội nghị khởi nghiệp'.normalize('NFD')],
    ['zero-width spaces', 'ប្រជាជន​កម្ពុជា', 'ប្រជាជនកម្ពុជា'],
    ['kinds of spaces', 'Tỉnh Bạc Liêu', ' Tỉnh\u00A0Bạc  Liêu '],
  ])('is 100 whatever the %s', (_, one, other) => {
    expect(score(one, other)).toBe(100);
  });

  it.each([
    ['tone place', 'Sở Văn hoá và Uỷ ban', 'Sở Văn hóa và Ủy ban'],
    ['case', 'UỶ BAN NHÂN DÂN TỈNH', 'Uỷ ban nhân dân tỉnh'],
    ['quotes and dashes', 'Dự án “Xanh” – giai đoạn 2', 'Dự án "Xanh" - giai đoạn 2'],
    ['ends', 'Ngư dân được mùa.', 'Ngư dân được mùa'],
    ['Khmer digits', 'ឆ្នាំ ២០១៣ ល្អ', 'ឆ្នាំ 2013 ល្អ'],
  ])('is 99 when only the %s differs', (_, one, other) => {
    expect(score(one, other)).toBe(99);
  });

  it('counts numbers and codes apart', () => {
    expect(score('Ngày 09/5/2013 có 12 người.', 'Ngày 10/6/2014 có 15 người.')).toBe(97);
    expect(score('⟨1⟩Tôm⟨/1⟩ tăng giá⟨2/⟩', 'Tôm tăng giá')).toBe(98);
    expect(score('⟨1⟩Tôm⟨/1⟩ tăng giá', 'Tôm ⟨1⟩tăng giá⟨/1⟩')).toBe(100);
  });

  it('falls with each changed word', () => {
    const known = 'Người dân vùng biển Bạc Liêu phấn khởi vì được mùa tôm sú năm nay';
    const near = score('Người dân vùng biển Bạc Liêu phấn khởi vì được mùa tôm thẻ năm nay', known);
    const far = score('Người dân vùng biển Cà Mau lo lắng vì mất mùa tôm thẻ năm nay', known);
    expect([near, far]).toEqual([94, 58]);
    expect(score('Giá vàng trong nước giảm mạnh sáng nay', known)).toBeLessThan(40);
    expect(score('Sale fell.', 'Sales fell.')).toBeGreaterThan(60);
  });

  it('counts Khmer by clusters', () => {
    expect(score('ប្រជាជនកម្ពុជារស់នៅទីនេះ', 'ប្រជាជនកម្ពុជារស់នៅទីនោះ')).toBeGreaterThan(75);
    expect(score('ផ្សារ', 'សាលារៀន')).toBeLessThan(40);
  });

  it('is the same both ways, and 100 for a text and itself', () => {
    fc.assert(
      fc.property(someText, someText, (one, other) => {
        expect(score(one, other)).toBe(score(other, one));
        expect(score(one, one)).toBe(100);
      }),
    );
  });
});
