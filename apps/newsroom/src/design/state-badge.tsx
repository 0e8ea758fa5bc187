import { Badge, type MantineColor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditionState } from '@desk/contracts';

const colours: Readonly<Record<EditionState, MantineColor>> = {
  draft: 'gray',
  in_review: 'blue',
  changes_requested: 'orange',
  approved: 'mekong',
  scheduled: 'violet',
  published: 'green',
  archived: 'gray',
};

/** Where an edition's working copy stands; its words say it, the colour only helps. */
export function StateBadge({ state }: { state: EditionState }) {
  const { t } = useTranslation('workflow');
  return (
    <Badge color={colours[state]} variant={state === 'archived' ? 'outline' : 'light'}>
      {t(`states.${state}`)}
    </Badge>
  );
}
