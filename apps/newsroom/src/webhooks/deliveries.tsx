import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { Moment } from '../design/moment';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

const colours = { waiting: 'blue', sent: 'green', dead: 'red' } as const;

/** What was sent to one address, and what it answered; what was given up can be sent again. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('webhooks');
  const deliveries = useQuery({
    queryKey: ['webhooks', webhookId, 'deliveries'],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/webhooks/{id}/deliveries', {
            params: { path: { id: webhookId }, query: { limit: 30 } },
          }),
        )
      ).items,
  });
  if (deliveries.isError) return <ProblemAlert error={deliveries.error} />;
  if (!deliveries.data) return <RowsSkeleton rows={3} height={28} />;
  if (deliveries.data.length === 0) return <Text size="sm">{t('noDeliveries')}</Text>;
  return (
    <Stack gap={6}>
      {deliveries.data.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} />
      ))}
    </Stack>
  );
}

function DeliveryLine({ delivery }: { delivery: Shape<'WebhookDelivery'> }) {
  const { t } = useTranslation('webhooks');
  const resend = useAction(
    () =>
      answer(
        api.POST('/api/v1/webhooks/deliveries/{id}/resend', {
          params: { path: { id: delivery.id } },
        }),
      ),
    { outdates: ['webhooks'], done: t('resent') },
  );
  return (
    <Group gap="xs">
      <Badge color={colours[delivery.state]}>{t(`states.${delivery.state}`)}</Badge>
      <Text size="sm" ff="monospace">
        {delivery.type}
      </Text>
      <Text size="sm" c="var(--desk-quiet)">
        <Moment at={delivery.createdAt} near /> · {t('attempts', { count: delivery.attempts })}
        {delivery.lastStatus !== null && ` · ${delivery.lastStatus}`}
        {delivery.lastError !== null && ` · ${delivery.lastError}`}
      </Text>
      {delivery.state === 'dead' && (
        <Button
          size="compact-xs"
          variant="default"
          loading={resend.isPending}
          onClick={() => {
            resend.mutate();
          }}
        >
          {t('resend')}
        </Button>
      )}
    </Group>
  );
}
