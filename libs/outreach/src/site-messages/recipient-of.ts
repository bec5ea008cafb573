import { badInput, isUuid, type Tx } from '@upstander/platform';

/** Returns the address that reads emails for a chapter, or for the organization. @throws Refusal BAD_INPUT */
export async function recipientOf(tx: Tx, chapterId: string | null, organization: string): Promise<string> {
  if (chapterId === null) return organization;
  const [chapter] = isUuid(chapterId)
    ? await tx.query<{ email: string | null }>(
        'SELECT c.contact_email::text AS email FROM identity.chapter c WHERE c.id = $1 AND c.closed_at IS NULL',
        [chapterId],
      )
    : [];
  if (!chapter) throw badInput({ chapterId: 'not-there' });
  return chapter.email ?? organization;
}
