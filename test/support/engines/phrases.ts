import type { Language } from '@desk/languages';

/** What the engines of the tests can say, in three languages; all else they leave as it is. */
const phrases: readonly Readonly<Record<Language, string>>[] = [
  {
    vi: 'Hàng ngàn người dân Khmer đến xem đua ghe ngo',
    en: 'Thousands of Khmer people came to see the ngo boat race',
    km: 'ប្រជាជនខ្មែររាប់ពាន់នាក់បានមកទស្សនាការប្រណាំងទូកង',
  },
  { vi: 'Chợ nổi Cái Răng', en: 'Cai Rang floating market', km: 'ផ្សារបណ្តែតទឹកកាយរ៉ាង' },
  { vi: 'Chợ họp từ 5 giờ sáng', en: 'The market opens at 5 a.m', km: 'ផ្សារបើកពីម៉ោង ៥ ព្រឹក' },
  { vi: 'Ghe xuồng đậu san sát', en: 'Boats lie side by side', km: 'ទូកចតជិតៗគ្នា' },
  { vi: 'đua ghe ngo', en: 'the ngo boat race', km: 'ការប្រណាំងទូកង' },
  { vi: 'tại Sóc Trăng', en: 'in Soc Trang', km: 'នៅខេត្តសុកត្រាំង' },
  { vi: 'Uỷ ban nhân dân', en: 'committee of the people', km: 'គណៈកម្មាធិការ' },
];

/** A translation phrase by phrase; marks stay where they are. */
export const translated = (text: string, from: Language, to: Language): string =>
  phrases.reduce((so, phrase) => so.replaceAll(phrase[from], phrase[to]), text);
