import { ApiRefusal } from '../api/ask';

/**
 * The page of a list that an address asks for, from its cursor on. A cursor that was cut or is of another list means the
 * first page, not an error page.
 */
export async function pageOf<Page>(request: Request, ask: (after: string | null) => Promise<Page>) {
  const after = new URL(request.url).searchParams.get('after');
  const page = await ask(after).catch((error: unknown) => {
    if (after === null || !(error instanceof ApiRefusal) || error.code === 'NOT_FOUND') throw error;
    return ask(null);
  });
  return { ...page, isFirst: after === null };
}
