import { ApiRefusal, ask as askApi, isRefusal, type TadaDocumentNode } from '@upstander/api-client';
import type { SiteContext } from '../request/site-context';

/**
 * Asks the API in this process. Throws `ApiRefusal` for an expected refusal, and `ApiFault` for a fault (which becomes
 * the 500 page).
 */
export function ask<Result, Variables>(
  context: Pick<SiteContext, 'graphql'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return askApi((query, sent) => context.graphql(query, sent), document, variables);
}

/** Signs somebody in or out; `headers` carry the session's cookie and belong on the action's answer. Throws as `ask`. */
export async function askForSession<Result, Variables>(
  context: Pick<SiteContext, 'changeSession'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<{ answer: Result; headers: Headers }> {
  const headers = new Headers();
  const send = async (query: string, sent: Record<string, unknown>) => {
    const { cookies, ...wire } = await context.changeSession(query, sent);
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return wire;
  };
  return { answer: await askApi(send, document, variables), headers };
}

/** The answer for what is not there: React Router shows the 404 page for it. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** For what only the holder of a link sees: an old or cut one is told apart from a missing page, and is no error. */
export function orNull(error: unknown): null {
  if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) return null;
  throw error;
}

/** Turns the API's own "not there" into the 404 page and leaves every other error as it is. */
export function orNotFound(error: unknown): never {
  throw isRefusal(error, 'NOT_FOUND') ? notFound() : error;
}
