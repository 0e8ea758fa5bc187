import fc from 'fast-check';

/** Words of the three languages, common ones and near relatives among them. */
const words = {
  vi: 'tỉnh Bạc Liêu có của và tôm tốm nông dân 12 12,5 hoà hòa uỷ ban nhân được Hội nghị, biển.',
  en: 'the of to Province farmer farmers shrimp prices rose rise 12 1,000.5 and U.S. (net) salt - 3',
  km: 'ខេត្ត បាក់លីវ មាន ប្រជាជន និង បង្គា កសិករ ១២ ដោយ ការ បាន របស់ ផ្សារ។ ឆ្នាំ ២០១៣',
} as const;

/** Short texts in one of the languages, often alike. */
export const textIn = (language: keyof typeof words): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...words[language].split(' ')), { minLength: 1, maxLength: 9 })
    .map((some) => some.join(language === 'km' ? '' : ' '));

const code = fc.constantFrom('', '', '', '⟨1⟩', '⟨2/⟩');

export const someText = fc
  .tuple(fc.constantFrom('vi' as const, 'en' as const, 'km' as const), code)
  .chain(([language, mark]) => textIn(language).map((text) => mark + text));
