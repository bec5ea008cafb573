import { ApiRefusal, type TadaDocumentNode } from '@upstander/api-client';
import { data, redirect } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { signInPath } from '../sign-in/return-to';

/** Requests whose session ended before the form was sent. Their page returns the form instead of redirecting. */
const endedSessions = new WeakSet<SiteContext>();

const isSignedOut = (error: unknown): boolean => error instanceof ApiRefusal && error.code === 'NOT_SIGNED_IN';

/**
 * Runs a query for a page that needs a signed-in user.
 * Otherwise redirects to the sign-in page and back. Returns null only if a form was sent with an ended session. Records
 * of others look like missing ones.
 */
export async function querySignedIn<Result, Variables extends Record<string, unknown>>(
  { request, context }: { request: Request; context: SiteContext },
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  try {
    return await queryApi(context, document, variables);
  } catch (error) {
    if (isSignedOut(error)) {
      // A submitted form is not redirected; `withSession` keeps it.
      if (request.method === 'POST') throw error;
      if (endedSessions.has(context)) return null;
      throw redirect(signInPath(new URL(request.url).pathname), 303);
    }
    if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) throw notFound();
    throw error;
  }
}

/** Like `querySignedIn`, for the user's own account. */
export async function queryMe<Result extends { me: object | null }, Variables extends Record<string, unknown>>(
  args: { request: Request; context: SiteContext },
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<(Result & { me: NonNullable<Result['me']> }) | null> {
  const answer = await querySignedIn(args, document, variables);
  if (answer?.me) return { ...answer, me: answer.me };
  if (endedSessions.has(args.context)) return null;
  throw redirect(signInPath(new URL(args.request.url).pathname), 303);
}

export interface EndedForm {
  submittedFields: [name: string, value: string][];
}

/** If the session has ended, returns the whole form so that it can be sent again. */
export async function withSession<T>(context: SiteContext, form: FormData, runAction: () => Promise<T>) {
  try {
    return await runAction();
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    endedSessions.add(context);
    const fields = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return data<EndedForm>({ submittedFields: fields }, 401);
  }
}

/** Returns an empty list for other action data. */
export function endedForm(answer: unknown): EndedForm['submittedFields'] {
  return answer !== null && typeof answer === 'object' && 'submittedFields' in answer
    ? (answer as EndedForm).submittedFields
    : [];
}
