import { queryApi, notFound } from '../api/ask';
import { Chapters } from '../chapters/queries';
import type { SiteContext } from '../request/site-context';
import { OneSchool } from './queries';

export const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An empty ID is a school whose name is typed. */
export async function schoolOf(context: SiteContext, entry: string) {
  if (entry !== '' && !idPattern.test(entry)) throw notFound();
  const [{ chapters }, result] = await Promise.all([
    queryApi(context, Chapters, {}),
    entry === '' ? null : queryApi(context, OneSchool, { id: entry }),
  ]);
  if (result && !result.directoryEntry) throw notFound();
  return { chapters, school: result?.directoryEntry ?? null };
}
