import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';
import { languageSchema, type Language } from '@desk/languages';

/** Texts lie beside their screen: `board/texts/vi.json` is the namespace `board`. */
const ofScreens = import.meta.glob<Record<string, unknown>>('./*/texts/*.json', {
  import: 'default',
});
/** The words that screens share with letters and the portal. */
const shared = import.meta.glob<Record<string, unknown>>(
  [
    '../../../libs/languages/src/locales/*/checks.json',
    '../../../libs/languages/src/locales/*/workflow.json',
    '../../../libs/languages/src/locales/*/people.json',
  ],
  { import: 'default' },
);

const KEPT_UNDER = 'desk.language';

/** The language of somebody who has not signed in: as last time, else the browser's. */
export function firstLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT_UNDER), ...navigator.languages];
  for (const tag of wanted) {
    const language = languageSchema.safeParse(tag?.slice(0, 2).toLowerCase());
    if (language.success) return language.data;
  }
  return 'vi';
}

export async function beginTexts(): Promise<void> {
  await i18next
    .use(
      resourcesToBackend((language: string, namespace: string) => {
        const load =
          ofScreens[`./${namespace}/texts/${language}.json`] ??
          shared[`../../../libs/languages/src/locales/${language}/${namespace}.json`];
        if (!load) throw new Error(`no texts for ${namespace} in ${language}`);
        return load();
      }),
    )
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      ns: ['shell', 'workflow'],
      defaultNS: 'shell',
      fallbackLng: false,
      supportedLngs: ['vi', 'en', 'km'],
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  tellDocument(i18next.language);
  i18next.on('languageChanged', tellDocument);
}

function tellDocument(language: string): void {
  document.documentElement.lang = language;
  localStorage.setItem(KEPT_UNDER, language);
}

/** Reads a screen's texts before it is shown. */
export const loadTexts = (...namespaces: string[]): Promise<void> =>
  i18next.loadNamespaces(namespaces);
