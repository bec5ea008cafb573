import type { Database } from '@upstander/platform';

/**
 * Renders every nonzero account in the order of the chart, debits positive, credits negative, in whole currency. Names
 * stand for owners. An owner without a name is the only campaign.
 */
export async function ledgerTable(db: Database, names: Readonly<Record<string, string>> = {}): Promise<string> {
  const rows = await db.query<{ kind: string; owner: string | null; currency: string; balance: string }>(
    `SELECT a.kind, a.owner_id AS owner, a.currency, b.balance_minor AS balance
     FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id JOIN ledger.account_kind k ON k.kind = a.kind
     WHERE b.balance_minor <> 0 ORDER BY k.position, a.created_at, a.id`,
  );
  const totalBalance = rows.reduce((total, { balance }) => total + BigInt(balance), 0n);
  if (totalBalance !== 0n) throw new Error(`The books do not balance: ${totalBalance}`);
  const labeledRows = rows.map(({ kind, owner, balance }) => {
    const name = owner && names[owner];
    return [name ? `${kind} (${name})` : kind, (Number(balance) / 100).toFixed(2)] as const;
  });
  const width = Math.max(0, ...labeledRows.map(([label]) => label.length)) + 1;
  return labeledRows.map(([label, amount]) => `${label.padEnd(width)}${amount.padStart(9)}`).join('\n');
}

/** Removes padding from a table, to compare it with one written by hand. */
export function removePadding(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .join('\n');
}
