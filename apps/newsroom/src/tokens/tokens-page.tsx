import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Shape } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';
import { useSession } from '../session/session';

/** One's own tokens for programs: what they may, until when, when last used. */
export function TokensPage() {
  const { t } = useTranslation(['tokens', 'shell']);
  const [making, setMaking] = useState(false);
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await answer(api.GET('/api/v1/me/tokens'))).items,
  });
  return (
    <Page
      title={t('shell:places.tokens')}
      about={t('about')}
      actions={
        <Button
          onClick={() => {
            setMaking(true);
          }}
        >
          {t('make')}
        </Button>
      }
    >
      {tokens.isError && <ProblemAlert error={tokens.error} />}
      {tokens.isLoading && <RowsSkeleton rows={3} />}
      {tokens.data?.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {tokens.data?.map((token) => (
        <TokenCard key={token.id} token={token} />
      ))}
      {making && (
        <NewToken
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </Page>
  );
}

function TokenCard({ token }: { token: Shape<'Token'> }) {
  const { t } = useTranslation('tokens');
  const [sure, setSure] = useState(false);
  const revoke = useAction(
    () => answer(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id: token.id } } })),
    { outdates: ['tokens'], done: t('revoked') },
  );
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)">
      <Group justify="space-between" align="start">
        <Stack gap={2} flex="1 1 16rem">
          <Text fw={600}>{token.name}</Text>
          <Text size="sm" c="var(--desk-quiet)">
            {t('until')} <Moment at={token.expiresAt} /> ·{' '}
            {token.lastUsedAt ? (
              <>
                {t('used')} <Moment at={token.lastUsedAt} near />
              </>
            ) : (
              t('unused')
            )}
          </Text>
          <Text size="xs" ff="monospace">
            {token.scopes.join(', ')}
          </Text>
          {revoke.isError && <ProblemAlert error={revoke.error} />}
        </Stack>
        <Button
          size="xs"
          variant={sure ? 'filled' : 'default'}
          color={sure ? 'red' : undefined}
          loading={revoke.isPending}
          onClick={() => {
            if (sure) revoke.mutate();
            else setSure(true);
          }}
        >
          {t(sure ? 'revokeSure' : 'revoke')}
        </Button>
      </Group>
    </Paper>
  );
}

function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['tokens', 'shell']);
  const { may } = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState(90);
  const make = useAction(
    () => answer(api.POST('/api/v1/me/tokens', { body: { name, scopes, days } })),
    { outdates: ['tokens'] },
  );
  const secret = make.data?.token;
  return (
    <Modal opened onClose={onClose} title={t('make')} closeOnClickOutside={false}>
      {secret ? (
        <Stack>
          <Alert color="orange">{t('once')}</Alert>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {secret}
          </Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
          </CopyButton>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Stack>
            {make.isError && <ProblemAlert error={make.error} />}
            <TextInput
              label={t('name')}
              description={t('nameAbout')}
              required
              data-autofocus
              value={name}
              onChange={(event) => {
                setName(event.currentTarget.value);
              }}
            />
            <MultiSelect
              label={t('scopes')}
              description={t('scopesAbout')}
              required
              searchable
              data={[...may]}
              value={scopes}
              onChange={setScopes}
            />
            <NumberInput
              label={t('days')}
              min={1}
              max={366}
              value={days}
              onChange={(value) => {
                setDays(Number(value));
              }}
            />
            <Button type="submit" loading={make.isPending}>
              {t('make')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
