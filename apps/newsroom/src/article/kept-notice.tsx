import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '@desk/languages';
import { Moment } from '../design/moment';
import type { KeptText } from './kept-text';
import { plainText } from './plain-text';

/** What was typed in this browser and never arrived, offered again. */
export function KeptNotice({
  kept,
  language,
  onTake,
  onDrop,
}: {
  kept: KeptText;
  language: Language;
  onTake: () => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation('article');
  const words = plainText(kept.text.body).slice(-240);
  return (
    <Alert color="orange" role="alert" title={t('found.title')}>
      <Stack gap="xs" align="start">
        <Text size="sm">
          {t('found.about')} <Moment at={kept.at} />
        </Text>
        <Text size="sm" component="blockquote" m={0} ps="sm" lang={language} lineClamp={4}>
          {kept.text.title} … {words}
        </Text>
        <Group gap="xs">
          <Button size="sm" onClick={onTake}>
            {t('found.take')}
          </Button>
          <Button size="sm" variant="default" onClick={onDrop}>
            {t('found.drop')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
