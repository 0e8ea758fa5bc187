import type { Language } from '@desk/languages';

/** Months that are written as words; Vietnamese numbers them. */
const names: Readonly<Record<Language, readonly string[]>> = {
  vi: [],
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  km: 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' '),
};

/** The name of a month in the language, as it is told by its number in another. */
export const monthName = (number: string, language: Language): string | null =>
  /^\d{1,2}$/.test(number) ? (names[language][Number(number) - 1] ?? null) : null;
