import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../design/page';
import { Password } from './password';
import { Profile } from './profile';
import { WhatIHear } from './what-i-hear';

/** One's own name, times, password, and what one wants to be told. */
export function PreferencesPage() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('preferences')}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Profile />
        <Password />
      </SimpleGrid>
      <Stack mt="lg">
        <WhatIHear />
      </Stack>
    </Page>
  );
}
