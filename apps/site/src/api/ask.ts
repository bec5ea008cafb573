import type { TadaDocumentNode } from 'gql.tada';
import { print } from 'graphql';
import type { SiteContext } from '../request/site-context';

/** An expected "no" of the API, with its stable code. */
export class ApiRefusal extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(`The API refused: ${code}`);
  }
}

interface WireError {
  message: string;
  extensions?: { code?: string; details?: Record<string, unknown>; id?: string };
}

const printed = new WeakMap<object, string>();

/**
 * Asks the API. Throws `ApiRefusal` for an expected refusal, and an Error for a fault (which becomes the 500 page).
 */
export async function ask<Result, Variables extends Record<string, unknown>>(
  context: Pick<SiteContext, 'graphql'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return dataOf<Result>(await context.graphql(textOf(document), variables));
}

/** Signs somebody in or out; `headers` carry the session's cookie and belong on the action's answer. Throws as `ask`. */
export async function askForSession<Result, Variables extends Record<string, unknown>>(
  context: Pick<SiteContext, 'changeSession'>,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<{ answer: Result; headers: Headers }> {
  const { cookies, ...wire } = await context.changeSession(textOf(document), variables);
  const headers = new Headers();
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return { answer: dataOf<Result>(wire), headers };
}

function textOf(document: Parameters<typeof print>[0]): string {
  let text = printed.get(document);
  if (text === undefined) {
    text = print(document);
    printed.set(document, text);
  }
  return text;
}

function dataOf<Result>({ data, errors }: { data?: unknown; errors?: unknown[] }): Result {
  const error = errors?.[0] as WireError | undefined;
  if (!error) return data as Result;
  const { code = 'UNKNOWN', details = {}, id } = error.extensions ?? {};
  if (code === 'INTERNAL_SERVER_ERROR' || code.startsWith('GRAPHQL_') || code === 'UNKNOWN') {
    throw new Error(`The API failed: ${error.message}${id === undefined ? '' : ` (${id})`}`);
  }
  throw new ApiRefusal(code, code === 'BAD_USER_INPUT' ? { ...details, fields: fieldIn(error.message) } : details);
}

/** The field that GraphQL itself did not take, such as a phone number that is none: it stands in the message alone. */
function fieldIn(message: string): Record<string, string> {
  const field = /^.* at "(?:\w+\.)+(\w+)"; /s.exec(message)?.[1];
  return field === undefined ? {} : { [field]: 'not-valid' };
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
  throw error instanceof ApiRefusal && error.code === 'NOT_FOUND' ? notFound() : error;
}
