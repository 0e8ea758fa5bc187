import { Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../design/action-button';
import { announce } from '../design/announce';
import { TransitionDialog } from './transition-dialog';
import { useOptions, type Action, type WorkingCopy } from './transitions';

/** The one thing that most people want, first and filled. */
const principal: readonly Action[] = ['submit', 'sign_off', 'publish', 'correct'];
/** Done at once when clicked: easy to take back by another click. */
const shown: readonly Action[] = [
  'submit',
  'sign_off',
  'request_changes',
  'publish',
  'schedule',
  'correct',
  'unschedule',
  'recall',
  'revise',
  'withdraw',
  'restore',
  'archive',
];

/**
 * What one may do with an edition. What is not possible in its state stays away, unless it is
 * asked for by `always`: then it stays visible and says why not.
 */
export function TransitionButtons({
  edition,
  only = shown,
  always = [],
  before,
  onDone,
}: {
  edition: WorkingCopy;
  only?: readonly Action[];
  always?: readonly Action[];
  /** Runs first, such as saving what was typed; false: stay. */
  before?: () => Promise<boolean>;
  onDone?: (action: Action) => void;
}) {
  const { t } = useTranslation('transitions');
  const options = useOptions(edition.id);
  const [asking, setAsking] = useState<Action | null>(null);
  const offered = shown.flatMap((action) => {
    const option = options.data?.find((one) => one.action === action);
    const wanted = option && only.includes(action) && (option.allowed || always.includes(action));
    return wanted ? [option] : [];
  });
  return (
    <Group gap="xs">
      {offered.map((option) => (
        <ActionButton
          key={option.action}
          variant={principal.includes(option.action) ? 'filled' : 'default'}
          whyNot={option.allowed ? null : option.because.map(({ message }) => message).join(' ')}
          onClick={() => {
            void (before?.() ?? Promise.resolve(true)).then((ready) => {
              if (ready) setAsking(option.action);
            });
          }}
        >
          {option.label}
        </ActionButton>
      ))}
      {asking && (
        <TransitionDialog
          edition={edition}
          option={offered.find(({ action }) => action === asking)}
          onClose={() => {
            setAsking(null);
          }}
          onDone={(action) => {
            setAsking(null);
            const text = t(`done.${action}`);
            announce(text);
            notifications.show({ message: text, color: 'mekong' });
            onDone?.(action);
          }}
        />
      )}
    </Group>
  );
}
