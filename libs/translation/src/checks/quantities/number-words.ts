import type { Language } from '@desk/languages';

/** What a word of number says; `times` multiplies what came before it. */
export interface NumberWord {
  readonly value: number;
  readonly times?: true;
}

const list = (words: string, first: number, step = 1): [string, NumberWord][] =>
  words.split(' ').map((word, index) => [word, { value: first + index * step }]);
const times = (pairs: Readonly<Record<string, number>>): [string, NumberWord][] =>
  Object.entries(pairs).map(([word, value]) => [word, { value, times: true }]);
const say = (pairs: Readonly<Record<string, number>>): [string, NumberWord][] =>
  Object.entries(pairs).map(([word, value]) => [word, { value }]);

/** Words that say a number in the language, ordinals and names of days and months among them. */
export const numberWords: Readonly<Record<Language, ReadonlyMap<string, NumberWord>>> = {
  en: new Map([
    ...list('zero one two three four five six seven eight nine ten eleven twelve thirteen', 0),
    ...list('fourteen fifteen sixteen seventeen eighteen nineteen', 14),
    ...list('ten twenty thirty forty fifty sixty seventy eighty ninety', 10, 10),
    ...list('first second third fourth fifth sixth seventh eighth ninth tenth', 1),
    ...list('eleventh twelfth thirteenth fourteenth fifteenth', 11),
    ...list('monday tuesday wednesday thursday friday saturday', 2),
    ...list('january february march april may june july august september october', 1),
    ...list('november december', 11),
    ...list('jan feb mar apr may jun jul aug sep oct nov dec', 1),
    ...list('twentieth thirtieth fortieth fiftieth sixtieth seventieth', 20, 10),
    ...say({ a: 1, an: 1, once: 1, single: 1, twice: 2, double: 2, pair: 2, couple: 2, both: 2 }),
    ...say({ twins: 2, trio: 3, triple: 3, thrice: 3, thirds: 3, quarter: 4, quarters: 4 }),
    ...say({ dozen: 12, decade: 10, century: 100, half: 0.5, sept: 9, quadruple: 4, fourths: 4 }),
    ...times({ hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }),
  ]),
  vi: new Map([
    ...list('không một hai ba bốn năm sáu bảy tám chín mười', 0),
    ...say({ mốt: 1, nhất: 1, đầu: 1, đơn: 1, nhì: 2, đôi: 2, cặp: 2, vài: 2, tư: 4, lăm: 5 }),
    ...say({
      nhăm: 5,
      bẩy: 7,
      tá: 12,
      chục: 10,
      thập: 10,
      nửa: 0.5,
      rưỡi: 0.5,
      giêng: 1,
      chạp: 12,
    }),
    ...times({ mươi: 10, trăm: 1e2, nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6 }),
    ...times({ tỷ: 1e9, tỉ: 1e9 }),
  ]),
  km: new Map([
    ...list('សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់', 0),
    ...list('ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប', 20, 10),
    ...list('មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ', 1),
    ...say({ ដំបូង: 1, ទ្វេដង: 2, ទ្វេ: 2, គូ: 2, ត្រី: 3, ប្រាំពិរ: 7, ឡូ: 12, ទសវត្សរ៍: 10 }),
    ...say({ កន្លះ: 0.5, សតវត្ស: 100, កុម្ភះ: 2 }),
    ...times({ រយ: 1e2, ពាន់: 1e3, ម៉ឺន: 1e4, សែន: 1e5, លាន: 1e6, កោដិ: 1e7 }),
  ]),
};
