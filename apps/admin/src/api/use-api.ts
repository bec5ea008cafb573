import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { Kind } from '@0no-co/graphql.web';
import { isRefusal, type TadaDocumentNode } from '@upstander/api-client';
import { notify } from '../parts/notifications/notify';
import { useStartWords } from '../words/start-words';
import { requestSecondFactor } from './proof-request';
import { request } from './ask';
import { explain } from './explain';

export function keyOf(document: TadaDocumentNode<unknown, never> | object, variables: unknown): readonly unknown[] {
  const { definitions } = document as TadaDocumentNode;
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return [operation?.name?.value ?? 'unnamed', variables];
}

/** While new variables are loading, the last result stays on the screen. */
export function useRead<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: { enabled?: boolean; gcTime?: number } = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => request(document, variables, signal),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface ChangeOptions<Result, Variables> {
  /** Success message. Omit it if the screen already shows the result. */
  success?: (result: Result, variables: Variables) => string | { warning: string };
  /** True if the component shows the refusal itself, so no notification is needed. */
  quiet?: boolean;
  onDone?: (result: Result) => void;
  /** Returns true if it handled the error. */
  onFailed?: (error: Error) => boolean;
  sealed?: boolean;
  /** True if the user is signed out afterward, so active queries aren't refetched. */
  endsSession?: boolean;
}

/** Repeats the request once with an authenticator code if the API asks for one. */
export async function requestWithProof<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  try {
    return await request(document, variables);
  } catch (error) {
    if (!isRefusal(error, 'SECOND_STEP_AGAIN') || !(await requestSecondFactor())) throw error;
    return request(document, variables);
  }
}

export function useChange<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  {
    success,
    quiet = false,
    onDone,
    onFailed,
    sealed = false,
    endsSession = false,
  }: ChangeOptions<Result, Variables> = {},
): UseMutationResult<Result, Error, Variables> {
  const { words, locale } = useStartWords();
  return useMutation({
    mutationFn: (variables: Variables) => requestWithProof(document, variables),
    ...(sealed && { gcTime: 0 }),
    meta: { endsSession },
    onSuccess: (result, variables) => {
      const message = success?.(result, variables);
      if (typeof message === 'object') notify.warning(message.warning);
      else if (message !== undefined) notify.success(message);
      onDone?.(result);
    },
    onError: (error) => {
      if (onFailed?.(error) || quiet) return;
      notify.failure(words.admin.common.failed, explain(words, locale, error));
    },
  });
}
