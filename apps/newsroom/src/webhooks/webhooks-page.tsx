import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { Deliveries } from './deliveries';
import { Secret } from './secret';
import { WebhookForm } from './webhook-form';

type Webhook = Shape<'Webhook'>;

/** Other systems that are told what happens, and whether they heard it. */
export function WebhooksPage() {
  const { t } = useTranslation(['webhooks', 'shell']);
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = useQuery({
    queryKey: ['webhooks'],
    queryFn: async () => (await answer(api.GET('/api/v1/webhooks'))).items,
  });
  return (
    <Page
      title={t('shell:places.webhooks')}
      about={t('about')}
      actions={
        <Button
          onClick={() => {
            setEditing('new');
          }}
        >
          {t('add')}
        </Button>
      }
    >
      {webhooks.isError && <ProblemAlert error={webhooks.error} />}
      {webhooks.isLoading && <RowsSkeleton rows={2} height={90} />}
      {webhooks.data?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {webhooks.data?.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          webhook={webhook}
          onEdit={() => {
            setEditing(webhook);
          }}
          onSecret={setSecret}
        />
      ))}
      {editing && (
        <WebhookForm
          webhook={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
          onSecret={setSecret}
        />
      )}
      {secret !== null && (
        <Secret
          secret={secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      )}
    </Page>
  );
}

function WebhookCard({
  webhook,
  onEdit,
  onSecret,
}: {
  webhook: Webhook;
  onEdit: () => void;
  onSecret: (secret: string) => void;
}) {
  const { t } = useTranslation('webhooks');
  const [open, setOpen] = useState(false);
  const params = { path: { id: webhook.id } };
  const versioned = { ...params, header: ifMatch(webhook.version) };
  const test = useAction(() => answer(api.POST('/api/v1/webhooks/{id}/test', { params })), {
    outdates: [],
  });
  const rotate = useAction(
    () => answer(api.POST('/api/v1/webhooks/{id}/rotate', { params: versioned })),
    { outdates: ['webhooks'] },
  );
  const turn = useAction(
    () =>
      answer(
        api.PATCH('/api/v1/webhooks/{id}', {
          params: versioned,
          body: { active: !webhook.active },
        }),
      ),
    { outdates: ['webhooks'], done: t(webhook.active ? 'turnedOff' : 'turnedOn') },
  );
  const failed = test.error ?? rotate.error ?? turn.error;
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="start" gap="sm">
          <Stack gap={2} flex="1 1 16rem">
            <Group gap={6}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {webhook.url}
              </Text>
              <Badge color={webhook.active ? 'green' : 'gray'}>
                {t(webhook.active ? 'active' : 'inactive')}
              </Badge>
            </Group>
            <Text size="sm" c="var(--desk-quiet)">
              {webhook.facts.length === 0
                ? t('everything')
                : t('facts', { count: webhook.facts.length })}
            </Text>
            {webhook.disabledReason && <Alert color="orange">{webhook.disabledReason}</Alert>}
          </Stack>
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              loading={test.isPending}
              onClick={() => {
                test.mutate();
              }}
            >
              {t('test')}
            </Button>
            <Button size="xs" variant="default" onClick={onEdit}>
              {t('edit')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={rotate.isPending}
              onClick={() => {
                rotate.mutate(undefined, {
                  onSuccess: ({ secret }) => {
                    onSecret(secret);
                  },
                });
              }}
            >
              {t('rotate')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={turn.isPending}
              onClick={() => {
                turn.mutate();
              }}
            >
              {t(webhook.active ? 'turnOff' : 'turnOn')}
            </Button>
          </Group>
        </Group>
        {failed && <ProblemAlert error={failed} />}
        {test.data && (
          <Alert color={test.data.delivered ? 'green' : 'red'} role="status">
            {test.data.delivered
              ? t('tested', { status: test.data.status ?? 0 })
              : t('testFailed', { why: test.data.error ?? String(test.data.status) })}
          </Alert>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          style={{ alignSelf: 'start' }}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t('deliveries')}
        </Button>
        {open && <Deliveries webhookId={webhook.id} />}
      </Stack>
    </Paper>
  );
}
