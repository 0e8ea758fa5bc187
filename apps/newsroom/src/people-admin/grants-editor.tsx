import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch, type Shape } from '../api/client';
import { ProblemAlert } from '../design/problem-alert';
import { useAction } from '../design/use-action';
import { GrantRows } from './grant-rows';

/** Changes what somebody may do. */
export function GrantsEditor({
  account,
  onClose,
}: {
  account: Shape<'Account'>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['people-admin', 'shell']);
  const [grants, setGrants] = useState(account.grants);
  const save = useAction(
    () =>
      answer(
        api.PUT('/api/v1/people/{id}/grants', {
          params: { path: { id: account.id }, header: ifMatch(account.version) },
          body: { grants },
        }),
      ),
    { outdates: ['people', 'session'], done: t('rolesChanged', { name: account.name }) },
  );
  return (
    <Modal opened onClose={onClose} size="xl" title={t('rolesOf', { name: account.name })}>
      <Stack>
        {save.isError && <ProblemAlert error={save.error} />}
        <GrantRows grants={grants} onChange={setGrants} />
        <Button
          loading={save.isPending}
          onClick={() => {
            save.mutate(undefined, { onSuccess: onClose });
          }}
        >
          {t('shell:save')}
        </Button>
      </Stack>
    </Modal>
  );
}
