import i18next from 'i18next';
import type { Language } from './language.js';
import { namespaces, resources } from './resources.js';

const texts = i18next.createInstance();
void texts.init({
  resources,
  ns: [...namespaces],
  defaultNS: 'errors',
  lng: 'vi',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/**
 * The text of a key (`errors:edition.title_missing`) in a language, its placeholders filled.
 * @throws Error for a key that is missing, but in production, where the key itself is shown
 */
export function translate(
  language: Language,
  key: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  if (!hasText(key, language) && process.env.NODE_ENV !== 'production') {
    throw new Error(`no ${language} text for ${key}`);
  }
  return texts.t(key, { timeZone: 'Asia/Ho_Chi_Minh', ...params, lng: language });
}

/** Whether there is a text for the key, in one of its plural forms if it has several. */
export const hasText = (key: string, language: Language = 'en'): boolean =>
  texts.exists(key, { lng: language, count: 1 });
