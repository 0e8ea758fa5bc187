import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../design/empty-state';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useAddress } from '../shell/address';
import { Calendar } from './calendar';
import { Ready } from './ready';
import { ReleaseCard } from './release-card';
import { useReleases, type ReleaseState } from './releases';

const views = ['ready', 'planned', 'calendar', 'published', 'failed'] as const;
type View = (typeof views)[number];
const addressSchema = z.object({
  view: z.enum(views).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

/** What goes public when: what is ready, planned, done, and what failed. */
export function ReleasesPage() {
  const { t } = useTranslation(['releases', 'shell']);
  const navigate = useNavigate();
  const { view = 'ready', month } = useAddress(addressSchema);
  const go = (next: View): void => {
    void navigate({ to: `/releases?view=${next}`, replace: true });
  };
  return (
    <Page title={t('shell:places.releases')} about={t('about')} wide={view === 'calendar'}>
      <SegmentedControl
        aria-label={t('view')}
        value={view}
        data={views.map((value) => ({ value, label: t(`views.${value}`) }))}
        onChange={(value) => {
          go(views.find((one) => one === value) ?? 'ready');
        }}
        style={{ alignSelf: 'start', maxWidth: '100%', flexWrap: 'wrap' }}
      />
      {view === 'ready' && <Ready />}
      {view === 'calendar' && (
        <Calendar
          month={month}
          onMonth={(next) => {
            void navigate({ to: `/releases?view=calendar&month=${next}`, replace: true });
          }}
        />
      )}
      {view !== 'ready' && view !== 'calendar' && <List key={view} state={view} />}
    </Page>
  );
}

function List({ state }: { state: ReleaseState }) {
  const { t } = useTranslation(['releases', 'shell']);
  const releases = useReleases(state);
  if (releases.isError) return <ProblemAlert error={releases.error} />;
  if (!releases.data) return <RowsSkeleton height={96} />;
  const all = releases.data.pages.flatMap(({ items }) => items);
  if (all.length === 0) {
    return <EmptyState title={t(`none.${state}`)}>{t('noneAbout')}</EmptyState>;
  }
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t(`views.${state === 'cancelled' ? 'planned' : state}`)}
      </Title>
      {all.map((release) => (
        <ReleaseCard key={release.id} release={release} />
      ))}
      {releases.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={releases.isFetchingNextPage}
            onClick={() => void releases.fetchNextPage()}
          >
            {t('shell:more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
