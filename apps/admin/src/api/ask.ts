import { ApiFault, ask as askApi, isRefusal, type TadaDocumentNode, type WireAnswer } from '@upstander/api-client';
import { sessionEndHandler } from './session-end';

/**
 * Calls the API with the session cookie. Redirects to sign-in if the session has ended.
 * @throws ApiRefusal for an expected refusal, ApiFault for all other errors, including network errors.
 */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const attempt = () => askApi((query, variables) => send(query, variables, signal), document, variables);
  try {
    return await attempt();
  } catch (error) {
    if (isRefusal(error, 'NOT_SIGNED_IN') && (await sessionEndHandler.go())) return attempt();
    throw error;
  }
}

async function send(query: string, variables: unknown, signal?: AbortSignal): Promise<WireAnswer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      // Forms on other sites can't send the second header (CSRF protection).
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
