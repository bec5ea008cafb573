import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { Kind } from '@0no-co/graphql.web';
import { isRefusal, type TadaDocumentNode } from '@upstander/api-client';
import { notify } from '../parts/ui/notify';
import { useStartWords } from '../words/start-words';
import { proveAgain } from '../session/proof-request';
import { ask } from './ask';
import { explain } from './explain';

/** The name of the operation and its variables: what an answer is remembered by. */
export function keyOf(document: TadaDocumentNode<unknown, never> | object, variables: unknown): readonly unknown[] {
  const { definitions } = document as TadaDocumentNode;
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return [operation?.name?.value ?? 'unnamed', variables];
}

/** Reads from the API. While other variables are on their way, the last answer stays on the screen. */
export function useRead<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: { enabled?: boolean; gcTime?: number } = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => ask(document, variables, signal),
    placeholderData: keepPreviousData,
    ...options,
  });
}

export interface ChangeOptions<Result, Variables> {
  /** What to say when it worked; nothing is said when the screen itself shows it. */
  success?: (result: Result, variables: Variables) => string | { warning: string };
  /** True when the screen shows the refusal itself, so that no notice is needed. */
  quiet?: boolean;
  onDone?: (result: Result) => void;
  /** Answers true when it has dealt with the error itself. */
  onFailed?: (error: Error) => boolean;
  /** What was sent and what came back is forgotten as soon as nobody looks at it. */
  sealed?: boolean;
}

/** What asks for a new code of the authenticator app is asked once more when the person gave one. */
async function askWithProof<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  try {
    return await ask(document, variables);
  } catch (error) {
    if (!isRefusal(error, 'SECOND_STEP_AGAIN') || !(await proveAgain())) throw error;
    return ask(document, variables);
  }
}

/** Changes something through the API, and says how it went. */
export function useChange<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  { success, quiet = false, onDone, onFailed, sealed = false }: ChangeOptions<Result, Variables> = {},
): UseMutationResult<Result, Error, Variables> {
  const { words, locale } = useStartWords();
  return useMutation({
    mutationFn: (variables: Variables) => askWithProof(document, variables),
    ...(sealed && { gcTime: 0 }),
    onSuccess: (result, variables) => {
      const said = success?.(result, variables);
      if (typeof said === 'object') notify.warning(said.warning);
      else if (said !== undefined) notify.success(said);
      onDone?.(result);
    },
    onError: (error) => {
      if (onFailed?.(error) || quiet) return;
      notify.failure(words.admin.common.failed, explain(words, locale, error));
    },
  });
}
