import { ApiRefusal } from '@upstander/api-client';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { cookieNames, cookieOf, dropCookie } from '../request/cookies';
import { SignOut } from '../sign-in/queries';

const cookiesToDelete = ['session', 'code-asked', 'device', 'volunteer', 'lang', 'code-for', 'mailed-to', 'gift-draft'];

/**
 * Handles the quick exit. The session ends in the background, because nothing may delay leaving. Visits led here by
 * another site are redirected without signing out, so that no other site can sign a visitor out.
 */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  if (context.ledFromElsewhere) return new Response(null, { status: 303, headers: { location: context.leaveTo } });
  if (cookieOf(request, 'session') !== '') {
    queryApi(context, SignOut, {}).catch((error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
    });
  }
  const headers = new Headers({ location: context.leaveTo, 'clear-site-data': '"cache", "cookies", "storage"' });
  // Each opened personal link has its own cookie.
  const links = cookieNames(request).filter((name) => name.startsWith('link-'));
  for (const name of [...cookiesToDelete, ...links]) headers.append('set-cookie', dropCookie(request.url, name));
  return new Response(null, { status: 303, headers });
}

export const action = loader;
