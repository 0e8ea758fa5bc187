import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { HandOver } from '../queue/hand-over';

/** To whom the chosen tasks go; offered are those who may do the first. */
export function Assigning({
  taskId,
  onClose,
  onChosen,
}: {
  taskId: string;
  onClose: () => void;
  onChosen: (accountId: string) => void;
}) {
  const task = useQuery({
    queryKey: ['task', taskId],
    queryFn: () => answer(api.GET('/api/v1/tasks/{id}', { params: { path: { id: taskId } } })),
  });
  if (!task.data) return null;
  return <HandOver task={task.data} onClose={onClose} onChosen={onChosen} />;
}
