import { ApiRefusal } from '@upstander/api-client';
import { redirect, type ActionFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { signInPath } from '../sign-in/return-to';
import { needsNewSignIn } from '../account/needs-new-sign-in';
import { localeName, localeOf } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { SignedInAccount } from '../sign-in/queries';
import { OpenMyData, RequestMyData } from './queries';

export const loader = () => redirect('/my-data', 303);

/** Needs a sign-in a few minutes ago. In an older session, the link is emailed instead. */
export async function action({ request, context }: ActionFunctionArgs) {
  try {
    const { openMyData } = await queryApi(context, OpenMyData, {});
    return redirect(`/my-data/${openMyData.token}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (needsNewSignIn.has(error.code)) return emailLink(request, context);
    return redirect(error.code === 'NOT_SIGNED_IN' ? signInPath('/account/data') : '/my-data', 303);
  }
}

async function emailLink(request: Request, context: SiteContext) {
  const { me } = await queryApi(context, SignedInAccount, {});
  if (!me) return redirect('/my-data', 303);
  try {
    const locale = localeName(localeOf(request));
    await queryApi(context, RequestMyData, { input: { email: me.email, locale } });
    return redirect('/my-data?sent=1', 303);
  } catch (error) {
    // The form on that page supports a puzzle.
    if (error instanceof ApiRefusal) return redirect('/my-data', 303);
    throw error;
  }
}
