import { foundIn } from './found-in';

const marked = (text: string, phrase: string): string[] =>
  foundIn(text, phrase).map(({ start, end }) => text.slice(start, end));

it('finds a phrase whatever its case, spaces and punctuation', () => {
  expect(marked('Giá cá tra, CÁ  TRA và cá-tra.', 'cá tra')).toEqual([
    'cá tra',
    'CÁ  TRA',
    'cá-tra',
  ]);
});

it('finds old and new places of the tone mark', () => {
  expect(marked('Ủy ban đã hòa giải', 'uỷ ban')).toEqual(['Ủy ban']);
});

it('finds the beginning of the last word, not the middle of another', () => {
  expect(marked('The rivers arrive', 'river')).toEqual(['rivers']);
  expect(marked('The river rivers', 'iver')).toEqual([]);
});

it('leaves beginnings of longer words alone where the word itself stands', () => {
  expect(marked('Báo cáo về cá', 'cá')).toEqual(['cá']);
});

it('finds Khmer within a line without spaces, whatever invisible signs part it', () => {
  expect(marked('ទន្លេមេគង្គ ធំ', 'មេគង្គ')).toEqual(['មេគង្គ']);
  expect(marked('ទន្លេ\u200bមេ\u200bគង្គ', 'មេគង្គ')).toEqual(['មេ\u200bគង្គ']);
});

it('finds nothing for signs alone', () => {
  expect(marked('a, b', ',')).toEqual([]);
});
