import { QueryClient } from '@tanstack/react-query';
import { ApiUnreachable } from './api-problem.ts';

const mostRetries = 2;

/** Answers are fresh for half a minute: live events tell the page what changes meanwhile. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A laptop may call itself offline and still reach the server; the answer tells.
        networkMode: 'always',
        retry: (failures, error) =>
          error instanceof ApiUnreachable && error.reason === 'unreachable' && failures < mostRetries,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
