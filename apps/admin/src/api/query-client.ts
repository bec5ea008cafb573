import { MutationCache, QueryClient, type Query } from '@tanstack/react-query';
import { isRefusal } from '@upstander/api-client';

export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // A mutation can affect lists, counts and logs, so all active queries are refetched. Sealed queries are not,
    // because each read is recorded in the audit trail.
    onSuccess: (_result, _variables, _context, { meta }) =>
      meta?.['endsSession'] ? undefined : queryClient.invalidateQueries({ predicate: (query) => !isSealed(query) }),
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failureCount, error) => !isRefusal(error) && failureCount < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
});

function isSealed({ meta }: Pick<Query, 'meta'>): boolean {
  return meta?.['sealed'] === true;
}

/** Also removes the variables of sealed mutations. */
export function removeSealedQueries(): void {
  queryClient.removeQueries({ predicate: isSealed });
  queryClient.getMutationCache().clear();
}
