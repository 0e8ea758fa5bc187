import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../design/action-button';
import { LanguageMark } from '../design/language-mark';
import { Moment } from '../design/moment';
import { useProblemText } from '../design/problem-alert';
import { TitleText } from '../design/title-text';
import { urgencyOf } from './due';
import { HandOver } from './hand-over';
import { SetDue } from './set-due';
import { placeOf } from './task-place';
import { mayDo, useDoing, whyNot, type Doing, type Task } from './tasks';

const colours = { overdue: 'red', today: 'orange', soon: 'yellow', later: 'gray' } as const;

/** One task: what it is, by when, whose, and what may be done with it. */
export function TaskCard({ task }: { task: Task }) {
  const { t } = useTranslation('queue');
  const navigate = useNavigate();
  const problemText = useProblemText();
  const doing = useDoing();
  const [asking, setAsking] = useState<'hand over' | 'due' | null>(null);
  const urgency = urgencyOf(task.dueAt, new Date());
  const place = placeOf(task);

  async function act(what: Doing, done?: () => void): Promise<void> {
    try {
      await doing.mutateAsync({ task, doing: what });
      setAsking(null);
      done?.();
    } catch (refusal) {
      notifications.show({ color: 'red', message: problemText(refusal) });
    }
  }

  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Group justify="space-between" gap="sm" align="start">
        <Stack gap={4} flex="1 1 16rem" miw={0}>
          <Group gap={6}>
            <Badge variant="outline" color="gray">
              {t(`kinds.${task.kind}`)}
            </Badge>
            {task.kind === 'translate' && (
              <>
                <LanguageMark language={task.sourceLanguage} /> →
              </>
            )}
            <LanguageMark language={task.language} />
            {task.priority === 'urgent' && <Badge color="red">{t('urgent')}</Badge>}
          </Group>
          <Anchor component={Link} to={place} fw={600} c="var(--desk-ink)">
            <TitleText title={task.title} />
          </Anchor>
          <Group gap={6}>
            <Badge color={colours[urgency]} variant={urgency === 'later' ? 'default' : 'light'}>
              {t('due')} <Moment at={task.dueAt} near />
            </Badge>
            <Text size="sm" c="var(--desk-quiet)">
              {task.assignee ? t('with', { name: task.assignee.name }) : t('free')}
            </Text>
          </Group>
        </Stack>
        <Group gap={6}>
          {task.assignee === null && (
            <ActionButton
              size="xs"
              loading={doing.isPending}
              whyNot={whyNot(task, 'claim')}
              onClick={() => void act({ deed: 'claim' }, () => void navigate({ to: place }))}
            >
              {t('claim')}
            </ActionButton>
          )}
          {mayDo(task, 'release') && (
            <ActionButton
              size="xs"
              variant="default"
              onClick={() =>
                void act({ deed: 'release' }, () => {
                  notifications.show({ message: t('released'), color: 'mekong' });
                })
              }
            >
              {t('release')}
            </ActionButton>
          )}
          {mayDo(task, 'reassign') && (
            <ActionButton
              size="xs"
              variant="default"
              onClick={() => {
                setAsking('hand over');
              }}
            >
              {t('handOver')}
            </ActionButton>
          )}
          {mayDo(task, 'set_due') && (
            <ActionButton
              size="xs"
              variant="default"
              onClick={() => {
                setAsking('due');
              }}
            >
              {t('changeDue')}
            </ActionButton>
          )}
        </Group>
      </Group>
      {asking === 'hand over' && (
        <HandOver
          task={task}
          onClose={() => {
            setAsking(null);
          }}
          onChosen={(accountId) => void act({ deed: 'reassign', accountId })}
        />
      )}
      {asking === 'due' && (
        <SetDue
          task={task}
          onClose={() => {
            setAsking(null);
          }}
          onChosen={(due) => void act({ deed: 'set_due', ...due })}
        />
      )}
    </Paper>
  );
}
