import { notFound } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { MyBusiness, type MyBusinessData } from './queries';
import { querySignedIn } from './signed-in';

export interface LoadedBusiness {
  business: MyBusinessData;
  me: { id: string; email: string };
  /** The form that was just submitted, from the address. */
  completedAction: string | null;
}

/** Loads the business in the address and the signed-in account. Returns null like `querySignedIn`. */
export async function businessOf(args: {
  request: Request;
  context: SiteContext;
  params: Readonly<Record<string, string | undefined>>;
}): Promise<LoadedBusiness | null> {
  const result = await querySignedIn(args, MyBusiness, { id: args.params['business'] ?? '' });
  if (!result) return null;
  if (!result.myBusiness || !result.me) throw notFound();
  return {
    business: result.myBusiness,
    me: result.me,
    completedAction: new URL(args.request.url).searchParams.get('did'),
  };
}
