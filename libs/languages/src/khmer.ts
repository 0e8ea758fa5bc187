/**
 * The words of Khmer for days and months and its digits. Browsers may come without Khmer (of
 * Chromium's interface languages it is none), so they are ours and the same everywhere.
 */
export const khmerWeekdays = ['អាទិត្យ', 'ច័ន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍'] as const;

export const khmerMonths = [
  'មករា',
  'កុម្ភៈ',
  'មីនា',
  'មេសា',
  'ឧសភា',
  'មិថុនា',
  'កក្កដា',
  'សីហា',
  'កញ្ញា',
  'តុលា',
  'វិច្ឆិកា',
  'ធ្នូ',
] as const;

/** ០១២៣៤៥៦៧៨៩ for 0123456789; all else stays. */
export const inKhmerDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)));
