import { ApiRefusal, ask as askApi, isRefusal, type TadaDocumentNode } from '@upstander/api-client';
import type { SiteContext } from '../request/site-context';

/** @throws ApiRefusal for an expected refusal, ApiFault for a fault, which shows the 500 page */
export function queryApi<Result, Variables>(
  context: Pick<SiteContext, 'graphql'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return askApi((query, variables) => context.graphql(query, variables), document, variables);
}

/** `headers` contain the session cookie; the action must return them. Throws like `queryApi`. */
export async function changeSession<Result, Variables>(
  context: Pick<SiteContext, 'changeSession'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<{ result: Result; headers: Headers }> {
  const headers = new Headers();
  const send = async (query: string, variables: Record<string, unknown>) => {
    const { cookies, ...result } = await context.changeSession(query, variables);
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return result;
  };
  return { result: await askApi(send, document, variables), headers };
}

export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** Returns null for links the API doesn't know. An expired or truncated link has its own page and is not an error. */
export function orNull(error: unknown): null {
  if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) return null;
  throw error;
}

/** Turns a NOT_FOUND refusal into the 404 page. */
export function orNotFound(error: unknown): never {
  throw isRefusal(error, 'NOT_FOUND') ? notFound() : error;
}
