import { Group, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconPencil } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../design/announce';
import { useSession } from '../session/session';
import { wallTimeOf } from '../transitions/zoned';
import type { Autosaving, SaveState } from '../drafts/autosave';
import type { EditionText } from './edition-text';

const icons: Readonly<Record<SaveState, typeof IconPencil>> = {
  saved: IconCloudCheck,
  typing: IconPencil,
  saving: IconCloudUpload,
  kept: IconCloudOff,
  conflict: IconCloudOff,
  refused: IconCloudOff,
};

/** Where what is typed is kept: "Saved 10:42". Troubles are said aloud. */
export function SaveLine({ saving: { state, savedAt } }: { saving: Autosaving<EditionText> }) {
  const { t } = useTranslation('article');
  const { person } = useSession();
  useEffect(() => {
    if (state === 'kept' || state === 'conflict' || state === 'refused') {
      announce(t(`save.${state}`), true);
    }
  }, [state, t]);
  const Icon = icons[state];
  const bad = state === 'kept' || state === 'refused' || state === 'conflict';
  const time = savedAt && wallTimeOf(savedAt, person.timeZone).slice(11);
  return (
    <Group gap={6} wrap="nowrap" data-save={state} c={bad ? 'red' : 'var(--desk-quiet)'}>
      <Icon size={18} aria-hidden />
      <Text size="sm" component="span">
        {state === 'saved' && time ? t('save.savedAt', { time }) : t(`save.${state}`)}
      </Text>
    </Group>
  );
}
