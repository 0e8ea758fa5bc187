import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client';
import { Page } from '../design/page';
import { ProblemAlert } from '../design/problem-alert';
import { RowsSkeleton } from '../design/rows-skeleton';
import { useIdInAddress } from '../shell/address';
import { placeOf } from './task-place';

/** Where links in e-mails lead: on to the screen on which the task is done. */
export function TaskPage() {
  const { t } = useTranslation('queue');
  const id = useIdInAddress('taskId');
  const task = useQuery({
    queryKey: ['task', id],
    queryFn: () => answer(api.GET('/api/v1/tasks/{id}', { params: { path: { id } } })),
  });
  if (task.data) return <Navigate to={placeOf(task.data)} replace />;
  return (
    <Page title={t('task')}>
      {task.isError ? <ProblemAlert error={task.error} /> : <RowsSkeleton />}
    </Page>
  );
}
