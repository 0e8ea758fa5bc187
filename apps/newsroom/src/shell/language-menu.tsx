import { Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@desk/languages';

/** Each language in its own words. */
const ownNames: Readonly<Record<Language, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  km: 'ភាសាខ្មែរ',
};

export function LanguageMenu({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, i18n } = useTranslation('shell');
  const current = languages.find((language) => language === i18n.language) ?? 'vi';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={`${t('language')}: ${ownNames[current]}`}
        >
          <span lang={current}>{ownNames[current]}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={language === current}
            onClick={() => {
              void i18n.changeLanguage(language);
              onChosen?.(language);
            }}
          >
            {ownNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
