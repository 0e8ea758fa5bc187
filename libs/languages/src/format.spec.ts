import { formatDate, formatMoment, formatMonth, formatNumber, weekdayNames } from './format.js';

const at = new Date('2020-05-23T03:30:00Z');

describe('dates, times and numbers', () => {
  it.each([
    ['vi', 'Thứ bảy, 23/05/2020', 'Thứ bảy, 23/05/2020, 10:30'],
    ['en', 'Saturday, 23 May 2020', 'Saturday, 23 May 2020, 10:30'],
    ['km', 'ថ្ងៃសៅរ៍ ទី២៣ ខែឧសភា ឆ្នាំ២០២០', 'ថ្ងៃសៅរ៍ ទី២៣ ខែឧសភា ឆ្នាំ២០២០ ម៉ោង ១០:៣០'],
  ] as const)('are written in %s as its papers write them', (language, date, moment) => {
    expect(formatDate(at, language)).toBe(date);
    expect(formatMoment(at, language)).toBe(moment);
  });

  it('are told in the time zone that was asked for', () => {
    expect(formatMoment(at, 'en', { timeZone: 'UTC' })).toBe('Saturday, 23 May 2020, 03:30');
    expect(() => formatMoment(at, 'en', { timeZone: 'Mars/Olympus' })).toThrow(RangeError);
  });

  it('have months and weeks that begin on Monday', () => {
    expect(formatMonth('2026-11', 'vi')).toBe('Tháng 11, 2026');
    expect(formatMonth('2026-11', 'en')).toBe('November 2026');
    expect(formatMonth('2026-11', 'km')).toBe('ខែវិច្ឆិកា ឆ្នាំ២០២៦');
    expect(weekdayNames('en')[0]).toBe('Monday');
    expect(weekdayNames('vi')).toEqual([
      'Thứ hai',
      'Thứ ba',
      'Thứ tư',
      'Thứ năm',
      'Thứ sáu',
      'Thứ bảy',
      'Chủ nhật',
    ]);
    expect(weekdayNames('km')[6]).toBe('អាទិត្យ');
  });

  it('know midnight as 00:00', () => {
    expect(formatMoment(new Date('2020-05-22T17:00:00Z'), 'vi')).toBe('Thứ bảy, 23/05/2020, 00:00');
  });

  it('have the digits and separators of the language', () => {
    expect(formatNumber(1000.5, 'vi')).toBe('1.000,5');
    expect(formatNumber(1000.5, 'en')).toBe('1,000.5');
    expect(formatNumber(1000.5, 'km')).toBe('១.០០០,៥');
    expect(formatDate(at, 'km', { digits: 'latn' })).toContain('ទី23');
  });
});
