import { notFound } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { MyBusiness, type MyBusinessData } from './queries';
import { querySignedIn } from './signed-in';

export interface LoadedBusiness {
  mine: MyBusinessData;
  me: { id: string; email: string };
  /** The form that was just submitted, from the address. */
  did: string | null;
}

/** Loads the business in the address and the signed-in account. Returns null like `querySignedIn`. */
export async function businessOf(args: {
  request: Request;
  context: SiteContext;
  params: Readonly<Record<string, string | undefined>>;
}): Promise<LoadedBusiness | null> {
  const answer = await querySignedIn(args, MyBusiness, { id: args.params['business'] ?? '' });
  if (!answer) return null;
  if (!answer.myBusiness || !answer.me) throw notFound();
  return { mine: answer.myBusiness, me: answer.me, did: new URL(args.request.url).searchParams.get('did') };
}
