import { badInput, isUuid, notThere, type Tx } from '@upstander/platform';

interface Named {
  entryId?: string | null | undefined;
  school?: string | null | undefined;
  city?: string | null | undefined;
}

export interface AskPlace {
  entryId: string | null;
  school: string;
  city: string;
  state: string;
}

/**
 * What is asked: a row of the directory, whose name and city count then, or what was typed. `state` is that of the
 * organisation for what was typed. @throws Refusal NOT_FOUND for no row of the directory, BAD_INPUT without a name.
 */
export async function placeOf(tx: Tx, named: Named, state: string): Promise<AskPlace> {
  if (!named.entryId) {
    if (!named.school) throw badInput({ school: 'required' });
    return { entryId: null, school: named.school, city: named.city ?? '', state };
  }
  const [entry] = isUuid(named.entryId)
    ? await tx.query<{ name: string; city: string; state: string }>(
        'SELECT name, city, state FROM outreach.directory_entry WHERE id = $1',
        [named.entryId],
      )
    : [];
  if (!entry) throw notThere('This school');
  return { entryId: named.entryId.toLowerCase(), school: entry.name, city: entry.city, state: entry.state };
}

/** @throws Refusal NOT_FOUND for a chapter that is not there or closed. */
export async function requireChapter(tx: Tx, chapterId: string): Promise<void> {
  const found = isUuid(chapterId)
    ? await tx.query('SELECT FROM identity.chapter WHERE id = $1 AND closed_at IS NULL FOR KEY SHARE', [chapterId])
    : [];
  if (found.length === 0) throw notThere('This chapter');
}
