import type { Database } from '@upstander/platform';

/** One ledger transaction with its effects, without our random IDs. */
export interface BookedLine {
  ref: string;
  line: string;
}

/** Returns the whole ledger as text: events by external reference, with accounts and amounts. */
export async function bookedLinesOf(db: Database): Promise<BookedLine[]> {
  return db.query<BookedLine>(
    `SELECT t.external_ref AS ref, t.kind || ' ' || t.external_ref || ' ' || string_agg(
       a.kind || '(' || coalesce(a.owner_id::text, '-') || ')' || ' ' || p.amount_minor || ' ' || a.currency, ', '
       ORDER BY a.kind, a.owner_id, p.amount_minor) AS line
     FROM ledger.transaction t JOIN ledger.posting p ON p.transaction_id = t.id JOIN ledger.account a ON a.id = p.account_id
     GROUP BY t.id ORDER BY t.external_ref`,
  );
}

export async function giftsOf(db: Database): Promise<Array<{ key: string; line: string }>> {
  return db.query(
    `SELECT coalesce(g.invoice_id, g.id::text) AS key,
       concat_ws(' ', g.status, g.charged_minor, g.refunded_minor, g.lost_minor, g.charge_id, g.payment_intent_id) AS line
     FROM fundraising.gift g ORDER BY 1`,
  );
}

export async function findWrongTotals(db: Database): Promise<unknown[]> {
  return db.query(
    `SELECT 'balance' AS what, b.account_id::text AS id, b.balance_minor - s.sum AS by FROM ledger.balance b
       CROSS JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0) AS sum FROM ledger.posting p WHERE p.account_id = b.account_id) s
       WHERE b.balance_minor <> s.sum
     UNION ALL
     SELECT 'transaction', transaction_id::text, sum(amount_minor) FROM ledger.posting GROUP BY 2 HAVING sum(amount_minor) <> 0
     UNION ALL
     SELECT 'progress', t.owner_id::text, t.intended_minor - s.intended FROM fundraising.progress t
       CROSS JOIN LATERAL (SELECT coalesce(sum(intended_minor), 0) AS intended, count(*) AS n FROM fundraising.gift g
         WHERE g.campaign_id = t.owner_id AND g.paid_at IS NOT NULL) s
       WHERE t.intended_minor <> s.intended OR t.gift_count <> s.n`,
  );
}
