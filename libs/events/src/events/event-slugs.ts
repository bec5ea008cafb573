import { slugBase, slugSuffix, type Tx } from '@upstander/platform';

export function eventSlugBase(title: string, startsAtLocal: string): string {
  return `${slugBase(title, 'event')}-${startsAtLocal.slice(0, 10)}`;
}

/** Reserves the slug for this transaction. A taken base gets a random suffix. */
export async function claimSlug(tx: Tx, base: string): Promise<string> {
  // Serializes events with the same title and date, which would otherwise fail on the unique index.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [base]);
  for (let slug = base; ; slug = `${base}-${slugSuffix(4)}`) {
    const [existing] = await tx.query('SELECT FROM events.event WHERE slug = $1', [slug]);
    if (!existing) return slug;
  }
}

/** Reserves a slug for each base. Faster than `claimSlug` for many events. */
export async function claimSlugs(tx: Tx, bases: readonly string[]): Promise<string[]> {
  await tx.query(
    'SELECT pg_advisory_xact_lock(hashtextextended(b, 7)) FROM (SELECT unnest($1::text[]) AS b ORDER BY b) one',
    [bases],
  );
  const rows = await tx.query<{ slug: string }>('SELECT slug FROM events.event WHERE slug = ANY ($1)', [bases]);
  const taken = new Set(rows.map(({ slug }) => slug));
  return bases.map((base) => {
    const slug = taken.has(base) ? `${base}-${slugSuffix(4)}` : base;
    taken.add(base);
    return slug;
  });
}
