import type { Language } from '@desk/languages';
import { adapt } from './adapt.js';

const adapted = (from: Language, to: Language, source: string, known: string, target: string) =>
  adapt(source, { source: known, target }, { sourceLanguage: from, targetLanguage: to })?.target;

describe('adapt', () => {
  it.each([
    ['vi', 'en', 'Có 15 người.', 'Có 12 người.', 'There were 12 people.', 'There were 15 people.'],
    ['vi', 'en', 'Thu 2.500,5 đồng', 'Thu 1.000 đồng', '1,000 dong earned', '2,500.5 dong earned'],
    ['en', 'vi', '1,500.25 tons', '1,000.5 tons', '1.000,5 tấn', '1.500,25 tấn'],
    ['vi', 'km', 'Ngày 10/6/2014', 'Ngày 09/5/2013', 'ថ្ងៃទី ០៩/៥/២០១៣', 'ថ្ងៃទី ១០/៦/២០១៤'],
    ['vi', 'en', 'Ngày 10/6/2014', 'Ngày 09/5/2013', 'On 9 May 2013', 'On 10 June 2014'],
    ['vi', 'km', 'Ngày 8/12/2013', 'Ngày 9/5/2013', 'ថ្ងៃទី ៩ ឧសភា ២០១៣', 'ថ្ងៃទី ៨ ធ្នូ ២០១៣'],
    ['vi', 'en', 'Số 24/KH-UBND', 'Số 23/KH-UBND', 'No. 23/KH-UBND', 'No. 24/KH-UBND'],
    [
      'vi',
      'en',
      'Ông Trần Văn Bé nói',
      'Ông Lê Hoàng nói',
      'Mr Lê Hoàng said',
      'Mr Trần Văn Bé said',
    ],
    ['vi', 'en', '⟨1⟩Có⟨/1⟩ 15', '⟨1⟩Có⟨/1⟩ 12', '⟨1⟩There are⟨/1⟩ 12', '⟨1⟩There are⟨/1⟩ 15'],
    ['vi', 'en', 'Từ 5 đến 9', 'Từ 3 đến 5', 'From 3 to 5', 'From 5 to 9'],
  ] as const)('%s to %s: %s', (from, to, source, known, target, wanted) => {
    expect(adapted(from, to, source, known, target)).toBe(wanted);
  });

  it.each([
    ['another word differs', 'Có 15 trâu', 'Có 12 người', 'There were 12 people'],
    ['the number is in words there', 'Có 15 người', 'Có 12 người', 'There were twelve people'],
    ['the number stands there more often', 'Có 15 người', 'Có 12 người', '12 people in room 12'],
    ['one of two equal numbers changed', 'Từ 5 đến 6', 'Từ 5 đến 5', 'From 5 to 5'],
    ['the name was translated', 'Tại Cà Mau', 'Tại Trung Quốc', 'In China'],
    ['nothing differs', 'Có 12 người', 'Có 12 người', 'There were 12 people'],
    ['the codes differ', '⟨1⟩Có⟨/1⟩ 15', 'Có 12', 'There are 12'],
  ])('leaves the target alone when %s', (_, source, known, target) => {
    expect(adapted('vi', 'en', source, known, target)).toBeUndefined();
  });

  it('names what it replaced', () => {
    const unit = { source: 'Có 12 người', target: 'There were 12 people' };
    const pair = { sourceLanguage: 'vi', targetLanguage: 'en' } as const;
    expect(adapt('Có 15 người', unit, pair)?.replaced).toEqual([{ from: '12', to: '15' }]);
  });
});
