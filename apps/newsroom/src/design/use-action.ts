import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { announce } from './announce';

/**
 * Something that is done and told: what it made old is read anew, and `done` is shown and said.
 * What is refused stays with the caller, as `error`.
 */
export function useAction<In = void, Out = unknown>(
  act: (given: In) => Promise<Out>,
  { outdates, done }: { outdates: readonly string[]; done?: string },
): UseMutationResult<Out, Error, In> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (done === undefined) return;
      announce(done);
      notifications.show({ message: done, color: 'mekong' });
    },
    onSettled: () =>
      Promise.all(outdates.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
