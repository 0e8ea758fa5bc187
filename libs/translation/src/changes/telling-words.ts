import type { Language } from '@desk/languages';

/** Words whose coming or going turns a sentence round. */
export const negations: Readonly<Record<Language, readonly string[]>> = {
  vi: ['không', 'chưa', 'chẳng', 'chả', 'đừng', 'chớ', 'khỏi', 'phi', 'vô'],
  en: ['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'without', 'cannot'],
  km: ['មិន', 'ពុំ', 'គ្មាន', 'កុំ', 'ឥត', 'មិនមែន'],
};

/** Months and days of the week; with figures beside them they are dates. */
export const calendarWords: Readonly<Record<Language, readonly string[]>> = {
  vi: ['giêng', 'chạp', 'nhật', 'quý', 'thứ', 'tháng', 'năm', 'tuần'],
  en: [
    ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
    ...['october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    ...['saturday', 'sunday', 'today', 'yesterday', 'tomorrow', 'week', 'month', 'year'],
  ],
  km: [
    ...['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា'],
    ...['វិច្ឆិកា', 'ធ្នូ', 'ចន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហស្បតិ៍', 'សុក្រ', 'សៅរ៍', 'អាទិត្យ'],
  ],
};

/** Khmer writes names without capitals; they stand behind these. */
export const khmerBeforeNames: readonly string[] = [
  ...['លោកស្រី', 'លោក', 'កញ្ញា', 'អ្នកស្រី', 'ឯកឧត្តម', 'ខេត្ត', 'ក្រុង', 'ស្រុក', 'ខណ្ឌ', 'ឃុំ'],
  ...['សង្កាត់', 'ភូមិ', 'ប្រទេស', 'ទន្លេ', 'ក្រសួង', 'មន្ទីរ', 'បណ្ឌិត'],
];
