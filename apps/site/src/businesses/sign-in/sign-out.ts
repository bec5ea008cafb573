import { redirect, type ActionFunctionArgs } from 'react-router';
import { askForSession } from '../../api/ask';
import { SignOut } from './queries';

/** Following a link signs nobody out. */
export function loader(): Response {
  return redirect('/business', 303);
}

export async function action({ context }: ActionFunctionArgs) {
  const { headers } = await askForSession(context, SignOut, {});
  return redirect('/business?did=signed-out', { status: 303, headers });
}
