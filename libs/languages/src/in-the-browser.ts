/** The door for the newsroom's screens: all but the servers' texts, which screens do not carry. */
export { cleanText, cleanTextSchema } from './clean-text.js';
export { comparable } from './comparable.js';
export { countWords } from './count-words.js';
export { formatDate, formatMoment, formatMonth, formatNumber, weekdayNames } from './format.js';
export { isLanguage, languages, languageSchema } from './language.js';
export type { Language } from './language.js';
export { sentences } from './sentences.js';
export { relativeTime } from './relative-time.js';
export { slugFor } from './slug.js';
