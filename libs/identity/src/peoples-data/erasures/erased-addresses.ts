import type { Database, Tx } from '@upstander/platform';

/** Returns the lowercase addresses of recently erased persons (`identity.is_erased`). */
export async function findErasedAddresses(db: Database | Tx, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await db.query<{ email: string }>(
    'SELECT lower(a.email) AS email FROM unnest($1::text[]) AS a (email) WHERE identity.is_erased(a.email::citext)',
    [addresses],
  );
  return new Set(rows.map(({ email }) => email));
}
