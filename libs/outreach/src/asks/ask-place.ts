import { findOpenChapter } from '@upstander/identity';
import { badInput, isUuid, notFound, type Tx } from '@upstander/platform';

interface NamedPlace {
  entryId?: string | null | undefined;
  school?: string | null | undefined;
  city?: string | null | undefined;
}

export interface AskPlace {
  entryId: string | null;
  school: string;
  city: string;
  state: string;
  /** From the directory; null if the school was typed. */
  postcode: string | null;
}

/**
 * Returns the school from the directory, or as typed with the organization's state.
 * @throws Refusal NOT_FOUND for an unknown directory entry, BAD_INPUT without a name
 */
export async function placeOf(tx: Tx, named: NamedPlace, state: string): Promise<AskPlace> {
  if (!named.entryId) {
    if (!named.school) throw badInput({ school: 'required' });
    return { entryId: null, school: named.school, city: named.city ?? '', state, postcode: null };
  }
  const [entry] = isUuid(named.entryId)
    ? await tx.query<{ name: string; city: string; state: string; postcode: string }>(
        'SELECT name, city, state, postcode FROM outreach.directory_entry WHERE id = $1',
        [named.entryId],
      )
    : [];
  if (!entry) throw notFound('This school');
  const { name: school, ...where } = entry;
  return { entryId: named.entryId.toLowerCase(), school, ...where };
}

/** @throws Refusal NOT_FOUND for a missing or closed chapter */
export async function requireChapter(tx: Tx, chapterId: string): Promise<void> {
  if (!(await findOpenChapter(tx, chapterId))) throw notFound('This chapter');
}
