import type { Language } from './language.js';
import { translate } from './translate.js';

/** The name of a language as it stands alone in another: `Tiếng Việt`, `Khmer`, `ភាសាអង់គ្លេស`. */
export function nameOf(language: Language, inLanguage: Language): string {
  const name = translate(inLanguage, `workflow:languages.${language}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
