import { Button, Group, SegmentedControl, Stack, Tabs, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { taskKindSchema } from '@desk/contracts';
import { languages, languageSchema } from '@desk/languages';
import { EmptyState } from '../design/empty-state';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useMay } from '../session/session';
import { useAddress } from '../shell/address';
import { byUrgency } from './due';
import { TeamLoad } from './team-load';
import { TaskCard } from './task-card';
import { useTasks, type TaskFilter, type View } from './tasks';

const views = ['mine', 'team', 'all', 'load'] as const;
const addressSchema = z.object({
  view: z.enum(views).optional().catch(undefined),
  kind: taskKindSchema.optional().catch(undefined),
  language: languageSchema.optional().catch(undefined),
});
type Address = z.infer<typeof addressSchema>;

/** What waits to be done: mine, what I could take, and for editors what everybody has. */
export function QueuePage() {
  const { t } = useTranslation(['queue', 'shell']);
  const navigate = useNavigate();
  const address = useAddress(addressSchema);
  const mayDirect = useMay('task.reassign');
  const { view = 'mine', kind, language } = address;
  const go = (part: Address): void => {
    const search = { ...address, ...part };
    const query = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    void navigate({ to: `/queue?${query.toString()}`, replace: true });
  };
  return (
    <Page title={t('shell:places.queue')} about={t('about')}>
      <Tabs
        value={view}
        onChange={(value) => {
          go({ view: views.find((one) => one === value) });
        }}
      >
        <Tabs.List>
          {views
            .filter((one) => mayDirect || one === 'mine' || one === 'team')
            .map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`views.${one}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
      {view === 'load' ? (
        <TeamLoad />
      ) : (
        <>
          <Group gap="sm">
            <SegmentedControl
              size="xs"
              aria-label={t('filter.kind')}
              value={kind ?? ''}
              data={[
                { value: '', label: t('filter.all') },
                ...taskKindSchema.options.map((value) => ({ value, label: t(`kinds.${value}`) })),
              ]}
              onChange={(value) => {
                go({ kind: taskKindSchema.options.find((one) => one === value) });
              }}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('filter.language')}
              value={language ?? ''}
              data={[
                { value: '', label: t('filter.all') },
                ...languages.map((value) => ({ value, label: value.toUpperCase() })),
              ]}
              onChange={(value) => {
                go({ language: languages.find((one) => one === value) });
              }}
            />
          </Group>
          <TaskGroups view={view} {...(kind && { kind })} {...(language && { language })} />
        </>
      )}
    </Page>
  );
}

function TaskGroups(filter: TaskFilter & { view: View }) {
  const { t } = useTranslation(['queue', 'shell']);
  const tasks = useTasks(filter);
  if (tasks.isError) return <ProblemAlert error={tasks.error} retry={() => void tasks.refetch()} />;
  if (!tasks.data) return <RowsSkeleton height={92} />;
  const groups = byUrgency(
    tasks.data.pages.flatMap(({ items }) => items),
    new Date(),
  );
  if (groups.length === 0) {
    return (
      <EmptyState
        title={t(`empty.${filter.view}.title`)}
        action={
          filter.view === 'mine' && (
            <Button component={Link} to="/queue?view=team">
              {t('views.team')}
            </Button>
          )
        }
      >
        {t(`empty.${filter.view}.about`)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      {groups.map(({ urgency, things }) => (
        <Stack key={urgency} gap="xs" component="section" aria-label={t(`groups.${urgency}`)}>
          <Title order={2} size="h5">
            {t(`groups.${urgency}`)} · {things.length}
          </Title>
          {things.map((task) => (
            <TaskCard key={task.id} task={task} />
          ))}
        </Stack>
      ))}
      {tasks.hasNextPage && (
        <Button
          variant="default"
          loading={tasks.isFetchingNextPage}
          onClick={() => void tasks.fetchNextPage()}
        >
          {t('shell:more')}
        </Button>
      )}
    </Stack>
  );
}
