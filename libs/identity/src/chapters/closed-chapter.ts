import { Refusal, type Tx, violatedConstraint } from '@upstander/platform';

/** Returns true if the chapter is closed. The row lock makes a concurrent close wait. */
export async function isClosed(tx: Tx, chapterId: string | null | undefined): Promise<boolean> {
  if (!chapterId) return false;
  const [chapter] = await tx.query<{ closed: boolean }>(
    'SELECT closed_at IS NOT NULL AS closed FROM identity.chapter WHERE id = $1 FOR KEY SHARE',
    [chapterId],
  );
  return chapter?.closed ?? false;
}

/** Checks that the chapter is open. @throws Refusal CHAPTER_CLOSED */
export async function requireOpen(tx: Tx, chapterId: string | null | undefined): Promise<void> {
  if (await isClosed(tx, chapterId)) throw chapterClosed();
}

export function chapterClosed(): Refusal {
  return new Refusal('CHAPTER_CLOSED', 'This chapter is closed: nothing new begins in it. An admin can open it again.');
}

/**
 * Translates the constraint violation of writing an event or campaign in a closed chapter.
 * For use in a `catch`; see db/functions/identity/chapter_is_open.sql.
 * @throws Refusal CHAPTER_CLOSED, else the original error
 */
export function refuseClosedChapter(error: unknown): never {
  throw violatedConstraint(error) === 'chapter_is_open' ? chapterClosed() : error;
}
