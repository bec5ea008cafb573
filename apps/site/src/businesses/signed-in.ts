import { ApiRefusal, type TadaDocumentNode } from '@upstander/api-client';
import { data, redirect } from 'react-router';
import { ask, notFound } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { signInPath } from '../sign-in/return-to';

/** Requests whose session ended while somebody typed: their page gives the form back instead of leading away. */
const ended = new WeakSet<SiteContext>();

const isSignedOut = (error: unknown): boolean => error instanceof ApiRefusal && error.code === 'NOT_SIGNED_IN';

/**
 * Asks for a page that needs somebody signed in. Whoever is not is led to the sign-in page and back here; null only
 * where a form came with a session that had ended. What is not theirs looks like what is not there.
 */
export async function askSignedIn<Result, Variables extends Record<string, unknown>>(
  { request, context }: { request: Request; context: SiteContext },
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  try {
    return await ask(context, document, variables);
  } catch (error) {
    if (isSignedOut(error)) {
      // A form is worth more than a redirect: `withSession` keeps it.
      if (request.method === 'POST') throw error;
      if (ended.has(context)) return null;
      throw redirect(signInPath(new URL(request.url).pathname), 303);
    }
    if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) throw notFound();
    throw error;
  }
}

/** Whether this is the page of a form that came back because its session had ended. */
export const formCameBack = (context: SiteContext): boolean => ended.has(context);

/** A form whose session had ended, as it came. */
export interface EndedForm {
  ended: [name: string, value: string][];
}

/** Carries out a form. When the session ended meanwhile, the whole form comes back, to be sent again. */
export async function withSession<T>(context: SiteContext, form: FormData, act: () => Promise<T>) {
  try {
    return await act();
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    ended.add(context);
    const typed = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return data<EndedForm>({ ended: typed }, 401);
  }
}

/** The form that came back, if an action's answer is one. */
export function endedForm(answer: unknown): EndedForm['ended'] {
  return answer !== null && typeof answer === 'object' && 'ended' in answer ? (answer as EndedForm).ended : [];
}
