import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { answer, api, ifMatch, type Shape } from '../api/client';

export type Task = Shape<'TaskWithOptions'>;
export type Deed = Task['allowed'][number]['deed'];
export type View = 'mine' | 'team' | 'all';
export interface TaskFilter {
  readonly view: View;
  readonly kind?: Task['kind'];
  readonly language?: Task['language'];
}

export const useTasks = (filter: TaskFilter) =>
  useInfiniteQuery({
    queryKey: ['tasks', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/tasks', {
          params: { query: { ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

/** Why a deed is not open to this person now; null when it is. */
export const whyNot = (task: Task, deed: Deed): string | null => {
  const option = task.allowed.find((one) => one.deed === deed);
  return option?.allowed ? null : (option?.because?.message ?? '');
};

export const mayDo = (task: Task, deed: Deed): boolean => whyNot(task, deed) === null;

/** What is done with a task besides doing it. */
export type Doing =
  | { readonly deed: 'claim' | 'release' }
  | { readonly deed: 'reassign'; readonly accountId: string }
  | { readonly deed: 'set_due'; readonly dueAt?: string; readonly priority?: Task['priority'] };

export function useDoing(): UseMutationResult<unknown, Error, { task: Task; doing: Doing }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ task, doing }) => {
      const params = { path: { id: task.id }, header: ifMatch(task.version) };
      switch (doing.deed) {
        case 'claim':
          return answer(api.POST('/api/v1/tasks/{id}/claim', { params }));
        case 'release':
          return answer(api.POST('/api/v1/tasks/{id}/release', { params }));
        case 'reassign': {
          const body = { accountId: doing.accountId };
          return answer(api.POST('/api/v1/tasks/{id}/reassign', { params, body }));
        }
        case 'set_due': {
          const { deed: _, ...body } = doing;
          return answer(api.POST('/api/v1/tasks/{id}/due', { params, body }));
        }
      }
    },
    onSettled: () =>
      Promise.all(
        ['tasks', 'task', 'today', 'board'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}
