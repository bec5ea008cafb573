import type { Tx } from '@upstander/platform';

/** Finds an organization by name, creating it if needed. Returns its ID. */
export async function organizationOf(tx: Tx, name: string, now: Date): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO learning.organization (name, created_at) VALUES ($1, $2)
     ON CONFLICT (platform.fold(name)) DO UPDATE SET name = EXCLUDED.name RETURNING id`,
    [name, now],
  );
  return row!.id;
}
