import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages } from '@desk/languages';
import { usePairName } from './pair-name';

const pairs = languages.flatMap((from) =>
  languages.filter((into) => into !== from).map((into) => [from, into] as const),
);

/** The memory of a pair of languages as a TMX file. */
export function Downloads() {
  const { t } = useTranslation('memory');
  const nameOf = usePairName();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {pairs.map(([from, into]) => (
          <Menu.Item
            key={from + into}
            component="a"
            download
            href={`/api/v1/memory/exchange?sourceLanguage=${from}&targetLanguage=${into}`}
          >
            {nameOf(from, into)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
