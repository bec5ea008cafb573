import { redirect, type ActionFunctionArgs } from 'react-router';
import { changeSession } from '../api/ask';
import { SignOut } from './queries';

/** A link must not sign anyone out. */
export function loader(): Response {
  return redirect('/sign-in', 303);
}

export async function action({ context }: ActionFunctionArgs) {
  const { headers } = await changeSession(context, SignOut, {});
  return redirect('/sign-in?did=signed-out', { status: 303, headers });
}
