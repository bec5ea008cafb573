import { ApiRefusal } from '@upstander/api-client';
import { redirect } from 'react-router';

/** Position in a list: the cursor of the page, and those of the pages between the first one and it. */
export interface ListPosition {
  after: string | null;
  previousCursors: string[];
}

/** Maximum number of earlier cursors, so that addresses stay short. */
const maxPreviousCursors = 20;

/**
 * An invalid cursor loads the first page.
 * @throws a redirect to the address without empty fields.
 */
export async function pageOf<Page>(request: Request, loadPage: (after: string | null) => Promise<Page>) {
  const query = withoutEmptyFields(request);
  const after = query.get('after');
  const page = await loadPage(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal) || error.code === 'NOT_FOUND') throw error;
    return loadPage(null);
  });
  const place: ListPosition = {
    after,
    previousCursors: (query.get('passed') ?? '').split('~').filter(Boolean).slice(-maxPreviousCursors),
  };
  return { ...page, place, isFirst: after === null };
}

/** A GET form sends all its fields; empty ones are removed. */
function withoutEmptyFields(request: Request): URLSearchParams {
  const url = new URL(request.url);
  const filledFields = [...url.searchParams].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filledFields);
  if (filledFields.length < url.searchParams.size)
    throw redirect(`${url.pathname}${filledFields.length > 0 ? `?${query}` : ''}`);
  return query;
}
