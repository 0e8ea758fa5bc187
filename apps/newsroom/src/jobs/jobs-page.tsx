import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { EmptyState } from '../design/empty-state';
import { Moment } from '../design/moment';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAction } from '../design/use-action';

/** Jobs and e-mails that were given up: why, and sending them again. */
export function JobsPage() {
  const { t } = useTranslation(['jobs', 'shell']);
  const jobs = useQuery({
    queryKey: ['jobs', 'dead'],
    queryFn: async () => (await answer(api.GET('/api/v1/jobs/dead'))).items,
  });
  const emails = useQuery({
    queryKey: ['jobs', 'emails'],
    queryFn: async () => (await answer(api.GET('/api/v1/jobs/dead/emails'))).items,
  });
  const resendJob = useAction(
    ({ entryId, job, part }: NonNullable<typeof jobs.data>[number]) =>
      answer(api.POST('/api/v1/jobs/dead/resend', { body: { entryId, job, part } })),
    { outdates: ['jobs'], done: t('again') },
  );
  const resendEmail = useAction(
    (id: string) =>
      answer(api.POST('/api/v1/jobs/dead/emails/{id}/resend', { params: { path: { id } } })),
    { outdates: ['jobs'], done: t('again') },
  );
  const failed = jobs.error ?? emails.error ?? resendJob.error ?? resendEmail.error;
  const calm = jobs.data?.length === 0 && emails.data?.length === 0;
  return (
    <Page
      title={t('shell:places.jobs')}
      about={t('about')}
      actions={
        <Anchor href="/admin/queues" target="_blank" rel="noopener">
          {t('board')}
        </Anchor>
      }
    >
      {failed && <ProblemAlert error={failed} />}
      {(jobs.isLoading || emails.isLoading) && <RowsSkeleton rows={3} />}
      {calm && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {jobs.data && jobs.data.length > 0 && (
        <Title order={2} size="h4">
          {t('jobs')}
        </Title>
      )}
      {jobs.data?.map((job) => (
        <Dead
          key={job.entryId + job.job + job.part}
          name={`${job.job} ${job.part}`}
          attempts={job.attempts}
          error={job.lastError}
          at={job.createdAt}
          onAgain={() => {
            resendJob.mutate(job);
          }}
        />
      ))}
      {emails.data && emails.data.length > 0 && (
        <Title order={2} size="h4">
          {t('emails')}
        </Title>
      )}
      {emails.data?.map((email) => (
        <Dead
          key={email.id}
          name={email.kind ?? t('digest')}
          attempts={email.attempts}
          error={email.lastError}
          at={email.createdAt}
          onAgain={() => {
            resendEmail.mutate(email.id);
          }}
        />
      ))}
    </Page>
  );
}

function Dead({
  name,
  attempts,
  error,
  at,
  onAgain,
}: {
  name: string;
  attempts: number;
  error: string | null;
  at: string;
  onAgain: () => void;
}) {
  const { t } = useTranslation('jobs');
  return (
    <Paper withBorder p="sm" bg="var(--desk-paper)" component="article">
      <Group justify="space-between" align="start">
        <Stack gap={2} flex="1 1 16rem">
          <Text fw={600} ff="monospace">
            {name}
          </Text>
          <Text size="sm" c="var(--desk-quiet)">
            <Moment at={at} near /> · {t('attempts', { count: attempts })}
          </Text>
          {error && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {error}
            </Text>
          )}
        </Stack>
        <Button size="xs" onClick={onAgain}>
          {t('sendAgain')}
        </Button>
      </Group>
    </Paper>
  );
}
