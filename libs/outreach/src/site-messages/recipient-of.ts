import { findOpenChapter } from '@upstander/identity';
import { badInput, type Tx } from '@upstander/platform';

/** Returns the address that reads emails for a chapter, or for the organization. @throws Refusal BAD_INPUT */
export async function recipientOf(tx: Tx, chapterId: string | null, organization: string): Promise<string> {
  if (chapterId === null) return organization;
  const chapter = await findOpenChapter(tx, chapterId);
  if (!chapter) throw badInput({ chapterId: 'not-there' });
  return chapter.contactEmail ?? organization;
}
