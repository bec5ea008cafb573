import type { TadaDocumentNode } from 'gql.tada';
import { print } from '@0no-co/graphql.web';
import { ApiFault, ApiRefusal } from './answers';
import { whenSignedOut } from './session-end';

interface WireError {
  message: string;
  extensions?: { code?: string; details?: Record<string, unknown>; id?: string };
}

const printed = new WeakMap<object, string>();

/**
 * Asks the API with the session's cookie. Whoever asks without a session any more is led to sign in, whichever screen asked.
 * @throws ApiRefusal for an expected "no"; ApiFault for everything else, the network included.
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const { data, errors } = await send(text(document), variables, signal);
  const error = errors?.[0];
  if (error?.extensions?.code === 'NOT_SIGNED_IN') whenSignedOut.go();
  if (error) throw errorOf(error);
  return data as Result;
}

function text(document: TadaDocumentNode<never, never> | object): string {
  let query = printed.get(document);
  if (query === undefined) {
    query = print(document as Parameters<typeof print>[0]);
    printed.set(document, query);
  }
  return query;
}

async function send(
  query: string,
  variables: unknown,
  signal?: AbortSignal,
): Promise<{ data?: unknown; errors?: WireError[] }> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      // The second header cannot be sent by a form of another site.
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
    return (await response.json()) as { data?: unknown; errors?: WireError[] };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFault('network');
  }
}

function errorOf({ extensions = {} }: WireError): Error {
  const { code = 'UNKNOWN', details = {}, id } = extensions;
  const fault = code === 'INTERNAL_SERVER_ERROR' || code === 'UNKNOWN' || code.startsWith('GRAPHQL_');
  return fault ? new ApiFault('server', id) : new ApiRefusal(code, details);
}
