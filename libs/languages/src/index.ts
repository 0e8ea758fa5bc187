export { cleanText, cleanTextSchema } from './clean-text.js';
export { comparable } from './comparable.js';
export { isLanguage, languages, languageSchema } from './language.js';
export type { Language } from './language.js';
export { sentences } from './sentences.js';
export { slugFor } from './slug.js';
export { hasText, translate } from './translate.js';
