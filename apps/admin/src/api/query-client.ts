import { MutationCache, QueryClient, type Query } from '@tanstack/react-query';
import { isRefusal } from '@upstander/api-client';

export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    // One change can touch a list, a count and a log at once: whatever is on the screen is read again. Not what is
    // sealed: each reading of it is noted in the trail, so it is read only when somebody asks for it.
    onSuccess: () => queryClient.invalidateQueries({ predicate: (query) => !isSealed(query) }),
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (tries, error) => !isRefusal(error) && tries < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always' },
  },
});

function isSealed({ meta }: Pick<Query, 'meta'>): boolean {
  return meta?.['sealed'] === true;
}

/** Forgets every answer with something sealed in it, and whatever was sent to change one. */
export function forgetSealed(): void {
  queryClient.removeQueries({ predicate: isSealed });
  queryClient.getMutationCache().clear();
}
