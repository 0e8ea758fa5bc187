import { bare } from './bare.js';

describe('bare text', () => {
  it.each([
    ['Đua ghe Ngo ở Sóc Trăng', 'dua ghe ngo o soc trang'],
    ['Uỷ ban', 'uy ban'],
    ['ỦY  BAN', 'uy ban'],
    ['Người Khmer\u200B', 'nguoi khmer'],
    ['Người Khmer'.normalize('NFD'), 'nguoi khmer'],
    ['Curaçao, Đắk Lắk', 'curacao, dak lak'],
  ])('%s is %s', (text, expected) => {
    expect(bare(text)).toBe(expected);
  });

  it('leaves Khmer as it is, but for unseen letters', () => {
    const title = 'ពិធីបុណ្យអកអំបុក';
    expect(bare(title)).toBe(title);
    expect(bare('ពិធី\u200Bបុណ្យ\u200Bអកអំបុក')).toBe(title);
  });
});
