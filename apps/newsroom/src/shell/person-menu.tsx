import {
  Avatar,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '@desk/languages';
import { answer, api, ifMatch } from '../api/client';
import { queries } from '../api/queries';
import { forgetDrafts } from '../drafts/drafts';
import { signOut, useSession } from '../session/session';
import { setTextSize, textSize, textSizes } from './reading-settings';

/** The language of the screens is also that of one's letters. */
export function useOwnLanguage(): (language: Language) => void {
  return (language) => {
    void keepLanguage(language).then(() => queries.invalidateQueries());
  };
}

async function keepLanguage(language: Language): Promise<void> {
  const { version } = await answer(api.GET('/api/v1/me'));
  const params = { header: ifMatch(version) };
  await answer(api.PATCH('/api/v1/me', { params, body: { language } }));
}

/** One's own name: how the screens look, preferences, signing out. */
export function PersonMenu() {
  const { t, i18n } = useTranslation('shell');
  const { person } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useState(textSize);
  const keepOwnLanguage = useOwnLanguage();
  const navigate = useNavigate();
  const router = useRouter();

  async function leave(): Promise<void> {
    await signOut();
    await forgetDrafts();
    queries.clear();
    await router.invalidate();
    await navigate({ to: '/sign-in' });
  }

  return (
    <Menu position="bottom-end" width={264} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('you', { name: person.name })} p={4}>
          <Avatar name={person.name} color="mekong" size={34} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} size="sm" c="var(--desk-ink)">
            {person.name}
          </Text>
          <Text size="xs">{person.email}</Text>
        </Menu.Label>
        <Stack gap="xs" p="xs">
          <Choice
            label={t('language')}
            value={i18n.language}
            options={languages.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(value) => {
              const language = languages.find((one) => one === value) ?? 'vi';
              void i18n.changeLanguage(language);
              keepOwnLanguage(language);
            }}
          />
          <Choice
            label={t('colours.label')}
            value={colorScheme}
            options={(['light', 'dark', 'auto'] as const).map((value) => ({
              value,
              label: t(`colours.${value}`),
            }))}
            onChange={(value) => {
              setColorScheme(value === 'light' || value === 'dark' ? value : 'auto');
            }}
          />
          <Choice
            label={t('textSize.label')}
            value={size}
            options={textSizes.map((value) => ({ value, label: t(`textSize.${value}`) }))}
            onChange={(value) => {
              const next = textSizes.find((one) => one === value) ?? 'normal';
              setTextSize(next);
              setSize(next);
            }}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to="/preferences"
          closeMenuOnClick
          leftSection={<IconSettings size={18} aria-hidden />}
        >
          {t('preferences')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Stack gap={2}>
      <Text size="xs" c="var(--desk-quiet)">
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={label}
        value={value}
        data={options}
        onChange={onChange}
      />
    </Stack>
  );
}
