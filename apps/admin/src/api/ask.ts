import { ApiFault, ask as askApi, isRefusal, type TadaDocumentNode, type WireAnswer } from '@upstander/api-client';
import { whenSignedOut } from './session-end';

/**
 * Asks the API with the session's cookie. Whoever asks without a session any more is led to sign in, whichever screen asked.
 * @throws ApiRefusal for an expected "no"; ApiFault for everything else, the network included.
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const once = () => askApi((query, sent) => send(query, sent, signal), document, variables);
  try {
    return await once();
  } catch (error) {
    if (isRefusal(error, 'NOT_SIGNED_IN') && (await whenSignedOut.go())) return once();
    throw error;
  }
}

async function send(query: string, variables: unknown, signal?: AbortSignal): Promise<WireAnswer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      // The second header cannot be sent by a form of another site.
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
    return (await response.json()) as WireAnswer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiFault('network');
  }
}
