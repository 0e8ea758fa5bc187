import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client';
import { LocalTime } from '../transitions/local-time';
import { Assigning } from './assigning';
import type { BoardArticle } from './board';

/** What is done with several articles at once: each by its own command, and told one by one. */
export function BulkBar({
  articles,
  onDone,
}: {
  articles: readonly BoardArticle[];
  onDone: () => void;
}) {
  const { t } = useTranslation(['board', 'shell']);
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'due' | 'schedule' | 'assign' | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const tasks = articles.flatMap(({ editions }) =>
    editions.flatMap((edition) =>
      edition.tasks.filter(({ state }) => state === 'open' || state === 'claimed'),
    ),
  );
  const approved = articles.flatMap(({ editions }) =>
    editions.filter(({ state }) => state === 'approved'),
  );

  async function each<T>(things: readonly T[], act: (thing: T) => Promise<unknown>): Promise<void> {
    setAsking(null);
    const ended = await Promise.allSettled(things.map(act));
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one] : []));
    const [first] = refused;
    notifications.show({
      color: first ? 'orange' : 'mekong',
      message: first
        ? t('bulk.partly', {
            done: ended.length - refused.length,
            all: ended.length,
            why: first.reason instanceof Error ? first.reason.message : '',
          })
        : t('bulk.done', { count: ended.length }),
    });
    for (const key of ['board', 'tasks', 'today', 'releases', 'edition']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
    onDone();
  }

  const setDue = (dueAt: string): Promise<void> =>
    each(tasks, ({ id, version }) =>
      answer(
        api.POST('/api/v1/tasks/{id}/due', {
          params: { path: { id }, header: ifMatch(version) },
          body: { dueAt },
        }),
      ),
    );
  const assign = (accountId: string): Promise<void> =>
    each(tasks, ({ id, version }) =>
      answer(
        api.POST('/api/v1/tasks/{id}/reassign', {
          params: { path: { id }, header: ifMatch(version) },
          body: { accountId },
        }),
      ),
    );
  const schedule = (publishAt: string): Promise<void> =>
    each(approved, ({ id, version }) =>
      answer(
        api.POST('/api/v1/editions/{id}/transitions', {
          params: { path: { id }, header: ifMatch(version) },
          body: { action: 'schedule', publishAt },
        }),
      ),
    );

  return (
    <Paper withBorder p="xs" bg="var(--desk-marked)" pos="sticky" top={60} style={{ zIndex: 2 }}>
      <Group gap="xs">
        <Text fw={500}>{t('bulk.chosen', { count: articles.length })}</Text>
        <Button
          size="xs"
          variant="default"
          disabled={tasks.length === 0}
          onClick={() => {
            setAsking('assign');
          }}
        >
          {t('bulk.assign', { count: tasks.length })}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={tasks.length === 0}
          onClick={() => {
            setAsking('due');
          }}
        >
          {t('bulk.due', { count: tasks.length })}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={approved.length === 0}
          onClick={() => {
            setAsking('schedule');
          }}
        >
          {t('bulk.schedule', { count: approved.length })}
        </Button>
      </Group>
      {asking === 'assign' && tasks[0] && (
        <Assigning
          taskId={tasks[0].id}
          onClose={() => {
            setAsking(null);
          }}
          onChosen={(accountId) => void assign(accountId)}
        />
      )}
      {(asking === 'due' || asking === 'schedule') && (
        <Modal
          opened
          onClose={() => {
            setAsking(null);
          }}
          title={t(asking === 'due' ? 'bulk.dueTitle' : 'bulk.scheduleTitle')}
        >
          <Stack>
            <LocalTime
              label={t(asking === 'due' ? 'bulk.dueAt' : 'bulk.publishAt')}
              value={at}
              onChange={setAt}
            />
            <Button
              disabled={at === null}
              onClick={() => {
                if (at) void (asking === 'due' ? setDue(at) : schedule(at));
              }}
            >
              {t('shell:save')}
            </Button>
          </Stack>
        </Modal>
      )}
    </Paper>
  );
}
