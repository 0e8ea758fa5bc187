/** What is used of the package, whose own declarations its `exports` hide. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    /** `leap` 0: not the leap month. */
    set(cycle: number, year: number, month: number, leap: number, day: number): this;
    get(): number[];
    fromJDE(jde: number): this;
    /** The Julian day of the first day of the lunar year that begins in a Gregorian year. */
    newYear(gregorianYear: number): number;
    toGregorian(gregorianYear?: number): { year: number; month: number; day: number };
  }
}
