import type { Database } from '@upstander/platform';

/** Adds a co-organizer and returns the ID of the grant. */
export async function aCoOrganizer(
  db: Pick<Database, 'query'>,
  accountId: string,
  recordId: string,
  kind: 'event' | 'series' = 'event',
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `INSERT INTO identity.record_grant (account_id, kind, record_id, created_at) VALUES ($1, $2, $3, now()) RETURNING id`,
    [accountId, kind, recordId],
  );
  return row!.id;
}
