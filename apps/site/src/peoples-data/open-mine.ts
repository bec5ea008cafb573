import { ApiRefusal } from '@upstander/api-client';
import { redirect, type ActionFunctionArgs } from 'react-router';
import { ask } from '../api/ask';
import { signInPath } from '../sign-in/return-to';
import { OpenMyData } from './queries';

export const loader = () => redirect('/my-data', 303);

/** Whoever is signed in has shown that they read the mails of their address: the page opens without another one. */
export async function action({ context }: ActionFunctionArgs) {
  try {
    const { openMyData } = await ask(context, OpenMyData, {});
    return redirect(`/my-data/${openMyData.token}`, 303);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return redirect(error.code === 'NOT_SIGNED_IN' ? signInPath('/account/data') : '/my-data', 303);
  }
}
