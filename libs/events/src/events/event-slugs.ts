import { slugBase, slugSuffix, type Tx } from '@upstander/platform';

/** What an event's address begins with: its title in plain letters, and its day. */
export function eventSlugBase(title: string, startsAtLocal: string): string {
  return `${slugBase(title, 'event')}-${startsAtLocal.slice(0, 10)}`;
}

/** A free slug, held for this transaction: the base itself, or with four letters behind it where that is taken. */
export async function claimSlug(tx: Tx, base: string): Promise<string> {
  // Two events with one name on one day wait here for each other, instead of failing on the unique index.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [base]);
  for (let slug = base; ; slug = `${base}-${slugSuffix(4)}`) {
    const [taken] = await tx.query('SELECT FROM events.event WHERE slug = $1', [slug]);
    if (!taken) return slug;
  }
}
