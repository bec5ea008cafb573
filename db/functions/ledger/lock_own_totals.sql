-- Locks the totals of the organization's own accounts of these kinds in ID order and creates missing accounts. Nearly every
-- transaction posts to one of them, so taking these locks first prevents deadlocks, even if a database transaction posts twice
-- (a payment, then its dispute).
-- Called by db/functions/ledger/post_entries.sql
CREATE OR REPLACE FUNCTION ledger.lock_own_totals(kinds text[], currencies text[], at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(kinds, currencies) AS w (kind, currency)
    WHERE NOT EXISTS (
      SELECT FROM ledger.account a WHERE a.owner_id IS NULL AND a.kind = w.kind AND a.currency = w.currency
    )
  ) THEN
    WITH made AS (
      -- These IDs sort before all others.
      INSERT INTO ledger.account (id, kind, currency, created_at)
        SELECT ('00000000' || substr(gen_random_uuid()::text, 9))::uuid, w.kind, w.currency, at
        FROM unnest(kinds, currencies) AS w (kind, currency) ORDER BY w.kind, w.currency
      ON CONFLICT (owner_id, kind, currency) DO NOTHING RETURNING id
    )
    INSERT INTO ledger.balance (account_id, balance_minor) SELECT id, 0 FROM made;
  END IF;
  PERFORM FROM ledger.balance b
    WHERE b.account_id IN (
      SELECT a.id FROM unnest(kinds, currencies) AS w (kind, currency)
        JOIN ledger.account a ON a.owner_id IS NULL AND a.kind = w.kind AND a.currency = w.currency
    )
    ORDER BY b.account_id FOR NO KEY UPDATE;
END $$;
