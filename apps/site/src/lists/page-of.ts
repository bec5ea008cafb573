import { ApiRefusal } from '@upstander/api-client';
import { redirect } from 'react-router';

/** Position in a list: the cursor of the page, and those of the pages between the first one and it. */
export interface Place {
  after: string | null;
  passed: string[];
}

/** Maximum number of earlier cursors, so that addresses stay short. */
const maxPassed = 20;

/**
 * Loads the page of a list at the cursor in the address.
 * An invalid cursor loads the first page.
 * @throws a redirect to the address without empty fields.
 */
export async function pageOf<Page>(request: Request, ask: (after: string | null) => Promise<Page>) {
  const query = withoutEmptyFields(request);
  const after = query.get('after');
  const page = await ask(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal) || error.code === 'NOT_FOUND') throw error;
    return ask(null);
  });
  const place: Place = { after, passed: (query.get('passed') ?? '').split('~').filter(Boolean).slice(-maxPassed) };
  return { ...page, place, isFirst: after === null };
}

/** A GET form sends all its fields; empty ones are removed. */
function withoutEmptyFields(request: Request): URLSearchParams {
  const url = new URL(request.url);
  const filled = [...url.searchParams].filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled);
  if (filled.length < url.searchParams.size) throw redirect(`${url.pathname}${filled.length > 0 ? `?${query}` : ''}`);
  return query;
}
