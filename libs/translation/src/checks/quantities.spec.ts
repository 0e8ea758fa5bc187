import { pair, told } from '../../../../test/support/findings.js';

describe('numbers are the same by value, whatever their format', () => {
  it.each([
    ['vi>en', 'Tổng vốn 1.000,5 tỷ đồng.', 'Total capital 1,000.5 billion dong.'],
    ['vi>km', 'Tổng vốn 1.000,5 tỷ đồng.', 'ទុនសរុប ១.០០០,៥ ពាន់លានដុង។'],
    ['en>km', 'It cost 1,000.5 dollars.', 'វាមានតម្លៃ 1000,5 ដុល្លារ។'],
    ['vi>en', 'Kim ngạch đạt 100 ngàn tỷ đồng.', 'Turnover reached 100 trillion dong.'],
    ['vi>km', 'Kim ngạch đạt 100 ngàn tỷ đồng.', 'ចំណូលបានដល់ ១០០ ទ្រីលានដុង។'],
    ['en>vi', 'Two million people left.', 'Hai triệu người đã rời đi.'],
    ['en>vi', 'Two million people left.', '2 triệu người đã rời đi.'],
    ['km>vi', 'ប្រជាជន ២ លាននាក់។', 'Hai triệu người dân.'],
    ['vi>en', 'Một nghìn hai trăm tỷ đồng.', '1.2 trillion dong.'],
    ['vi>en', 'Dự án trị giá 10 tỷ 500 triệu đồng.', 'The project is worth 10.5 billion dong.'],
    ['vi>en', 'Có 20 000 học sinh.', 'There are 20,000 pupils.'],
    ['en>vi', 'Half a million votes.', 'Nửa triệu phiếu.'],
    ['en>vi', 'A farmer lost 12 pigs.', 'Một nông dân mất một tá lợn.'],
    ['en>vi', 'She is twenty-five.', 'Cô ấy 25 tuổi.'],
    ['vi>en', 'Vào thế kỷ XX, năm 1986.', 'In the 20th century, in 1986.'],
    ['en>vi', 'The 1990s were hard.', 'Thập niên 90 rất khó khăn.'],
    ['en>vi', 'It raised $5m in 2019.', 'Công ty huy động 5 triệu đô la vào năm 2019.'],
    ['vi>en', 'Lúc 17 giờ 30, trận đấu kết thúc 2-1.', 'The match ended 2-1 at 5:30 p.m.'],
    ['en>km', 'At 5 p.m. he left.', 'នៅម៉ោង ៥ ល្ងាច គាត់បានចាកចេញ។'],
    ['vi>km', 'Tăng 12,5% so với tháng 9.', 'កើនឡើង ១២,៥ ភាគរយ បើធៀបនឹងខែកញ្ញា។'],
  ])('%s %s = %s', (direction, source, target) => {
    expect(told('numbers', pair(direction, source, target))).toEqual([]);
    expect(told('units', pair(direction, source, target))).toEqual([]);
  });

  it.each([
    [
      'vi>en',
      'Tổng vốn 1.000,5 tỷ đồng.',
      'Total 10,005 billion dong.',
      ['changed 10,005 billion'],
    ],
    ['vi>km', 'Tổng vốn 1.000,5 tỷ đồng.', 'សរុប ១០.០០៥ ពាន់លានដុង។', ['changed ១០.០០៥ ពាន់លាន']],
    ['vi>en', 'Đạt 100 ngàn tỷ đồng.', 'It reached 100 billion dong.', ['changed 100 billion']],
    ['en>vi', 'All 47 passengers left.', 'Cả 43 hành khách đã rời đi.', ['changed 43']],
    ['en>vi', 'Since 2003, it helps.', 'Kể từ năm, nó giúp ích.', ['missing 2003']],
    ['en>km', 'He is 100 percent certain.', 'គាត់ប្រាកដ ភាគរយ។', ['missing 100']],
    [
      'vi>en',
      'Họ mua hai triệu tấn.',
      'They bought three million tonnes.',
      ['changed three million'],
    ],
    ['en>vi', 'They won.', 'Họ thắng 4 trận.', ['invented 4']],
    ['en>vi', 'They lost 1-0 to a team.', 'Họ thua 0 trước một đội.', ['missing 1']],
  ])('%s %s ≠ %s', (direction, source, target, wanted) => {
    expect(told('numbers', pair(direction, source, target))).toEqual(wanted);
  });

  it('written as in another language are right, and can be written as in this one', () => {
    const say = (direction: string, source: string, target: string) =>
      told('numbers', pair(direction, source, target));
    expect(say('en>vi', 'It is 1,000.5 km.', 'Dài 1,000.5 km.')).toEqual([
      '~format 1,000.5 → Dài 1.000,5 km.',
    ]);
    expect(say('vi>en', 'Có 40.000 người.', 'There are 40.000 people.')).toEqual([
      '~format 40.000 → There are 40,000 people.',
    ]);
    expect(say('en>km', 'It grew 2.5 percent.', 'កើនឡើង ២.៥ ភាគរយ។')).toEqual([
      '~format ២.៥ → កើនឡើង ២,៥ ភាគរយ។',
    ]);
    expect(say('en>vi', 'It is 1,500 km.', 'Dài 1.500 km.')).toEqual([]);
    expect(say('vi>en', 'Phiên bản 1.2.3 ra mắt.', 'Version 1.2.3 is out.')).toEqual([]);
  });

  it('units and currencies belong to their numbers', () => {
    const say = (direction: string, source: string, target: string) =>
      told('units', pair(direction, source, target));
    expect(say('vi>en', 'Dài 5 km.', 'It is 5 miles long.')).toEqual(['changed 5']);
    expect(say('en>vi', 'It cost $5 million.', 'Nó có giá 5 triệu đồng.')).toEqual([
      'changed 5 triệu',
    ]);
    expect(say('en>km', 'It cost $5.', 'វាមានតម្លៃ ៥ រៀល។')).toEqual(['changed ៥']);
    expect(say('en>km', 'About 30 meters of water.', 'ទឹកប្រហែល ៣០ ម៉ែត្រ។')).toEqual([]);
    expect(say('vi>en', 'Rộng 12 ha, cao 3 m.', '12 hectares wide, 3 metres high.')).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    ['vi>en', 'Ngày 09/5/2013, Ủy ban họp.', 'The committee met on 9 May 2013.'],
    ['vi>km', 'Ngày 09/5/2013, Ủy ban họp.', 'គណៈកម្មាធិការប្រជុំនៅថ្ងៃទី៩ ខែឧសភា ឆ្នាំ២០១៣។'],
    ['en>vi', 'On May 9, 2013 it met.', 'Ngày 9 tháng 5 năm 2013, ủy ban họp.'],
    ['vi>km', 'Từ tháng 5/2013.', 'ចាប់ពីខែឧសភា ឆ្នាំ ២០១៣។'],
    ['km>en', 'ថ្ងៃទី ២៣ ខែ ៥ ឆ្នាំ ២០២០', '23/05/2020'],
    ['en>vi', 'After 9/11 they left.', 'Sau vụ 11/9 họ rời đi.'],
    ['vi>en', 'Ngày 2/9 là Quốc khánh.', '2 September is the national day.'],
  ])('%s %s = %s', (direction, source, target) => {
    expect(told('dates', pair(direction, source, target))).toEqual([]);
    expect(told('numbers', pair(direction, source, target))).toEqual([]);
  });

  it.each([
    ['vi>en', 'Ngày 03/7/2014.', 'On 07/3/2014.', ['order 07/3/2014']],
    ['vi>km', 'Ngày 03/7/2014.', 'ថ្ងៃទី៧ ខែមីនា ឆ្នាំ២០១៤។', ['order ទី៧ ខែមីនា ឆ្នាំ២០១៤']],
    ['vi>en', 'Ngày 09/5/2013.', 'On 9 May 2014.', ['changed 9 May 2014']],
    ['vi>en', 'Ngày 09/5/2013 họ họp.', 'They met.', ['missing 09/5/2013']],
  ])('%s %s ≠ %s', (direction, source, target, wanted) => {
    expect(told('dates', pair(direction, source, target))).toEqual(wanted);
    expect(told('numbers', pair(direction, source, target))).toEqual([]);
  });
});
