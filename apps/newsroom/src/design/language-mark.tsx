import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';

/** VI, EN, KM: with the language's whole name for those who point or listen. */
export function LanguageMark({ language }: { language: Language }) {
  const { t } = useTranslation('workflow');
  const name = t(`languages.${language}`);
  return (
    <Tooltip label={name}>
      <Badge variant="default" size="sm" ff="monospace" aria-label={name} role="img">
        {language.toUpperCase()}
      </Badge>
    </Tooltip>
  );
}
