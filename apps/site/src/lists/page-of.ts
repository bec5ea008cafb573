import { ApiRefusal } from '@upstander/api-client';
import { redirect } from 'react-router';

/** Where in a list a page stands: from which cursor on, and the cursors of the pages between the first one and it. */
export interface Place {
  after: string | null;
  passed: string[];
}

/** More pages back than anybody goes; an address stays short enough for every program. */
const mostPassed = 20;

/**
 * The page of a list that an address asks for, from its cursor on. A cursor that was cut or is of another list means the
 * first page, not an error page. @throws a redirect to the address without the fields that were left empty.
 */
export async function pageOf<Page>(request: Request, ask: (after: string | null) => Promise<Page>) {
  const query = withoutEmptyFields(request);
  const after = query.get('after');
  const page = await ask(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal) || error.code === 'NOT_FOUND') throw error;
    return ask(null);
  });
  const place: Place = { after, passed: (query.get('passed') ?? '').split('~').filter(Boolean).slice(-mostPassed) };
  return { ...page, place, isFirst: after === null };
}

/** A form that is sent by its address names all of its fields; those left empty say nothing. */
function withoutEmptyFields(request: Request): URLSearchParams {
  const url = new URL(request.url);
  const said = [...url.searchParams].filter(([, value]) => value !== '');
  const query = new URLSearchParams(said);
  if (said.length < url.searchParams.size) throw redirect(`${url.pathname}${said.length > 0 ? `?${query}` : ''}`);
  return query;
}
