import { ApiRefusal } from '@upstander/api-client';
import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { cookieNames, cookieOf, dropCookie } from '../request/cookies';
import { SignOut } from '../sign-in/queries';

const forgotten = ['session', 'code-asked', 'device', 'volunteer', 'lang', 'code-for', 'mailed-to', 'gift-draft'];

/**
 * The way out: ends the session, asks the browser to forget what this site stored, and goes to a weather page. The
 * session is ended on the side, because nothing may hold up somebody who must leave. Whom another site leads here goes to the
 * weather too, and stays signed in: nobody can be signed out by what they look at elsewhere.
 */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  if (context.ledFromElsewhere) return new Response(null, { status: 303, headers: { location: context.leaveTo } });
  if (cookieOf(request, 'session') !== '') {
    ask(context, SignOut, {}).catch((error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
    });
  }
  const headers = new Headers({ location: context.leaveTo, 'clear-site-data': '"cache", "cookies", "storage"' });
  // Each personal link that was opened has one of its own.
  const links = cookieNames(request).filter((name) => name.startsWith('link-'));
  for (const name of [...forgotten, ...links]) headers.append('set-cookie', dropCookie(request.url, name));
  return new Response(null, { status: 303, headers });
}

export const action = loader;
