import type { Database } from '@upstander/platform';

export async function findLedgerTransactions(
  db: Pick<Database, 'query'>,
  ref: string,
): Promise<{ kind: string; happened: Date; sides: Record<string, number> } | undefined> {
  const [entry] = await db.query<{ kind: string; happened: Date; sides: Record<string, number> }>(
    `SELECT t.kind, t.happened_at AS happened, json_object_agg(a.kind, p.amount_minor) AS sides
     FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id JOIN ledger.account a ON a.id = p.account_id
     WHERE t.external_ref = $1 GROUP BY t.id`,
    [ref],
  );
  return entry;
}
