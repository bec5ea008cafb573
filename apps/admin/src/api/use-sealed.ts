import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from '@upstander/api-client';
import { request } from './ask';
import { keyOf } from './use-api';

/**
 * Reads a sealed record once. Every read is recorded in the audit trail, so there are no background refetches. Never
 * shows the previous record while loading, and caches nothing after unmount.
 */
export function useSealedRead<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): { query: UseQueryResult<Result>; setResult: (result: Result) => void } {
  const client = useQueryClient();
  const queryKey = keyOf(document, variables);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => request(document, variables, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { sealed: true },
  });
  return { query, setResult: (result) => client.setQueryData(queryKey, result) };
}
