import { Button, Modal, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalTime } from '../transitions/local-time';
import type { Task } from './tasks';

/** By when a task is to be done, and whether it is urgent. */
export function SetDue({
  task,
  onClose,
  onChosen,
}: {
  task: Task;
  onClose: () => void;
  onChosen: (due: { dueAt?: string; priority?: Task['priority'] }) => void;
}) {
  const { t } = useTranslation('queue');
  const [dueAt, setDueAt] = useState<string | null>(null);
  const [urgent, setUrgent] = useState(task.priority === 'urgent');
  return (
    <Modal opened onClose={onClose} title={t('changeDue')}>
      <Stack>
        <LocalTime label={t('due')} value={task.dueAt} onChange={setDueAt} />
        <Switch
          label={t('urgent')}
          checked={urgent}
          onChange={(event) => {
            setUrgent(event.currentTarget.checked);
          }}
        />
        <Button
          onClick={() => {
            onChosen({ priority: urgent ? 'urgent' : 'normal', ...(dueAt && { dueAt }) });
          }}
        >
          {t('saveDue')}
        </Button>
      </Stack>
    </Modal>
  );
}
