import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TransitionButtons } from '../transitions/transition-buttons';
import { useEdition } from '../transitions/transitions';

/** What may be done with an edition once it is signed off. */
export function EditionActions({ editionId }: { editionId: string }) {
  const { t } = useTranslation('releases');
  const edition = useEdition(editionId);
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`/review/${editionId}`} size="sm">
        {t('open')}
      </Anchor>
      {edition.data && (
        <TransitionButtons
          edition={edition.data}
          always={edition.data.state === 'approved' ? ['publish', 'schedule'] : []}
          only={[
            'publish',
            'schedule',
            'unschedule',
            'revise',
            'correct',
            'withdraw',
            'restore',
            'archive',
          ]}
        />
      )}
    </Group>
  );
}
