import { isUuid, Refusal, type Tx, violatedConstraint } from '@upstander/platform';

/** Locks the row, so a concurrent close waits. */
export async function isClosed(tx: Tx, chapterId: string | null | undefined): Promise<boolean> {
  if (!chapterId) return false;
  const [chapter] = await tx.query<{ closed: boolean }>(
    'SELECT closed_at IS NOT NULL AS closed FROM identity.chapter WHERE id = $1 FOR KEY SHARE',
    [chapterId],
  );
  return chapter?.closed ?? false;
}

/** Locks the row, so a concurrent close waits. Returns null for a closed or unknown chapter. */
export async function findOpenChapter(tx: Tx, id: string): Promise<{ contactEmail: string | null } | null> {
  if (!isUuid(id)) return null;
  const [chapter] = await tx.query<{ contactEmail: string | null }>(
    `SELECT contact_email::text AS "contactEmail" FROM identity.chapter WHERE id = $1 AND closed_at IS NULL FOR KEY SHARE`,
    [id],
  );
  return chapter ?? null;
}

/** @throws Refusal CHAPTER_CLOSED */
export async function requireOpen(tx: Tx, chapterId: string | null | undefined): Promise<void> {
  if (await isClosed(tx, chapterId)) throw chapterClosedRefusal();
}

export function chapterClosedRefusal(): Refusal {
  return new Refusal(
    'CHAPTER_CLOSED',
    'This chapter is closed, so you can’t create anything new in it. An admin can reopen it.',
  );
}

/**
 * Translates the constraint violation of writing in a closed chapter; see db/functions/identity/chapter_is_open.sql.
 * @throws Refusal CHAPTER_CLOSED, else the original error
 */
export function refuseClosedChapter(error: unknown): never {
  throw violatedConstraint(error) === 'chapter_is_open' ? chapterClosedRefusal() : error;
}
