import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal } from './answers';

/** Called when the session has ended while somebody was working. Set by the router, which knows the way to sign-in. */
export const whenSignedOut: { go: () => void } = { go: () => undefined };

function noticeEndedSession(error: unknown): void {
  if (isRefusal(error, 'NOT_SIGNED_IN')) whenSignedOut.go();
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({
    onError: noticeEndedSession,
    // One change can touch a list, a count and a log at once: whatever is on the screen is read again.
    onSuccess: () => queryClient.invalidateQueries(),
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
