import type { LoaderFunctionArgs } from 'react-router';
import { graphql } from '../api/graphql';
import { ApiRefusal, ask } from '../api/ask';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/**
 * The way out: ends the session, asks the browser to forget what this site stored, and goes to a weather page. The
 * session is ended on the side, because nothing may hold up somebody who must leave.
 */
export function loader({ request, context }: LoaderFunctionArgs): Response {
  if (/(?:^|;\s*)(?:__Host-)?session=/.test(request.headers.get('cookie') ?? '')) {
    ask(context, SignOut, {}).catch((error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
    });
  }
  const headers = new Headers({ location: context.leaveTo, 'clear-site-data': '"cache", "cookies", "storage"' });
  const signIn = ['session=', 'code-asked=', 'device='];
  for (const cookie of [...signIn, ...signIn.map((name) => `__Host-${name}`), 'lang=', 'code-for=', 'mailed-to=']) {
    const secure = cookie.startsWith('__Host-') ? '; Secure' : '';
    headers.append('set-cookie', `${cookie}; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  }
  return new Response(null, { status: 303, headers });
}

export const action = loader;
