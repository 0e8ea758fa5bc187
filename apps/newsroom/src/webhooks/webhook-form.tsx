import { Button, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookFacts } from '@desk/contracts';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';

/** Where to, and which facts; none chosen: all. */
export function WebhookForm({
  webhook,
  onClose,
  onSecret,
}: {
  webhook: Shape<'Webhook'> | null;
  onClose: () => void;
  onSecret: (secret: string) => void;
}) {
  const { t } = useTranslation(['webhooks', 'shell']);
  const [url, setUrl] = useState(webhook?.url ?? 'https://');
  const [facts, setFacts] = useState<readonly string[]>(webhook?.facts ?? []);
  const body = { url, facts: webhookFacts.filter((one) => facts.includes(one)) };
  const save = useAction(
    async () => {
      if (!webhook) return (await answer(api.POST('/api/v1/webhooks', { body }))).secret;
      const params = { path: { id: webhook.id }, header: ifMatch(webhook.version) };
      await answer(api.PATCH('/api/v1/webhooks/{id}', { params, body }));
      return null;
    },
    { outdates: ['webhooks'], done: t('saved') },
  );
  const drop = useAction(
    async () => {
      if (!webhook) return;
      const params = { path: { id: webhook.id }, header: ifMatch(webhook.version) };
      await answer(api.DELETE('/api/v1/webhooks/{id}', { params }));
    },
    { outdates: ['webhooks'], done: t('dropped') },
  );
  const failed = save.error ?? drop.error;
  return (
    <Modal opened onClose={onClose} title={t(webhook ? 'edit' : 'add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, {
            onSuccess: (secret) => {
              onClose();
              if (secret !== null) onSecret(secret);
            },
          });
        }}
      >
        <Stack>
          {failed && <ProblemAlert error={failed} />}
          <TextInput
            label={t('url')}
            type="url"
            required
            data-autofocus
            value={url}
            onChange={(event) => {
              setUrl(event.currentTarget.value);
            }}
          />
          <MultiSelect
            label={t('which')}
            description={t('whichAbout')}
            searchable
            clearable
            data={[...webhookFacts]}
            value={[...facts]}
            onChange={setFacts}
          />
          <Button type="submit" loading={save.isPending}>
            {t('shell:save')}
          </Button>
          {webhook && (
            <Button
              variant="subtle"
              color="red"
              loading={drop.isPending}
              onClick={() => {
                drop.mutate(undefined, { onSuccess: onClose });
              }}
            >
              {t('drop')}
            </Button>
          )}
        </Stack>
      </form>
    </Modal>
  );
}
