import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from '@upstander/api-client';
import { ask } from './ask';
import { keyOf } from './use-api';

/**
 * Reads something sealed, once: each reading is noted in the trail, so nothing is read again behind the reader's back.
 * The last record is never shown while another is on its way, and nothing is kept once the screen is left.
 */
export function useSealedRead<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): { query: UseQueryResult<Result>; put: (result: Result) => void } {
  const client = useQueryClient();
  const queryKey = keyOf(document, variables);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(document, variables, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    meta: { sealed: true },
  });
  return { query, put: (result) => client.setQueryData(queryKey, result) };
}
