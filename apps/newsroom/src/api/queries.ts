import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** Refusals stay refusals; only what got no answer, or a failing server, is asked again. */
const mayRetry = (failures: number, error: Error): boolean =>
  failures < 3 && !(error instanceof ApiProblem && error.status < 500);

/** What was read of the API. Keys begin with the resource: `['tasks', …]`, `['edition', id]`. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: mayRetry, refetchOnWindowFocus: true },
    // Without connection a change fails at once and says so, rather than happen at some later time.
    mutations: { retry: false, networkMode: 'always' },
  },
});
