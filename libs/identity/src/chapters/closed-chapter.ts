import { Refusal, violatedConstraint } from '@upstander/platform';

export function chapterClosed(): Refusal {
  return new Refusal('CHAPTER_CLOSED', 'This chapter is closed: nothing new begins in it. An admin can open it again.');
}

/** For a `catch` around what writes an event or a campaign. @throws Refusal CHAPTER_CLOSED, or the error as it came. */
export function refuseClosedChapter(error: unknown): never {
  throw violatedConstraint(error) === 'chapter_is_open' ? chapterClosed() : error;
}
