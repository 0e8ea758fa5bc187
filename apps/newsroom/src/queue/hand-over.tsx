import { Button, Modal, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { TitleText } from '../design/title-text';
import type { Task } from './tasks';

/** To whom a task is given: those who may do it, with what they have already. */
export function HandOver({
  task,
  onClose,
  onChosen,
}: {
  task: Task;
  onClose: () => void;
  onChosen: (accountId: string) => void;
}) {
  const { t } = useTranslation('queue');
  const [chosen, setChosen] = useState<string | null>(null);
  const candidates = useQuery({
    queryKey: ['task', task.id, 'candidates'],
    queryFn: () =>
      answer(api.GET('/api/v1/tasks/{id}/candidates', { params: { path: { id: task.id } } })),
  });
  return (
    <Modal opened onClose={onClose} title={t('handOverTitle')}>
      <Stack>
        <Text size="sm">
          <TitleText title={task.title} />
        </Text>
        {candidates.isError && <ProblemAlert error={candidates.error} />}
        {candidates.isLoading && <RowsSkeleton rows={3} height={28} />}
        {candidates.data?.items.length === 0 && <Text size="sm">{t('nobody')}</Text>}
        <Radio.Group aria-label={t('handOverTitle')} value={chosen} onChange={setChosen}>
          <Stack gap="xs">
            {candidates.data?.items.map(({ id, name, open }) => (
              <Radio
                key={id}
                value={id}
                disabled={id === task.assignee?.id}
                label={`${name} · ${t('hasNow', { count: open })}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Button
          disabled={chosen === null}
          onClick={() => {
            if (chosen) onChosen(chosen);
          }}
        >
          {t('handOver')}
        </Button>
      </Stack>
    </Modal>
  );
}
