-- Runs ledger.post_entries for a JSON array of { ord, kind, ref, subject, happened, postings }, with postings
-- { kind, owner, currency, amount }.
-- Called by libs/ledger/src/transactions/ledger.ts
CREATE OR REPLACE FUNCTION ledger.post_transactions(items jsonb, at timestamptz)
RETURNS TABLE (ord integer, transaction_id uuid, posted boolean)
LANGUAGE sql AS $$
  WITH item AS MATERIALIZED (
    SELECT i.*, row_number() OVER () AS place
    FROM jsonb_to_recordset(items)
      AS i (ord integer, kind text, ref text, subject uuid, happened timestamptz, postings jsonb)
  ), entry AS (
    SELECT array_agg(i.kind ORDER BY i.place) AS kinds, array_agg(i.ref ORDER BY i.place) AS refs,
      array_agg(i.subject ORDER BY i.place) AS subjects, array_agg(i.happened ORDER BY i.place) AS times
    FROM item i
  ), posting AS (
    SELECT array_agg(i.place::integer) AS entries, array_agg(p.n::integer) AS ns, array_agg(p.kind) AS kinds,
      array_agg(p.owner) AS owners, array_agg(p.currency) AS currencies, array_agg(p.amount) AS amounts
    FROM item i
      CROSS JOIN LATERAL ROWS FROM (
        jsonb_to_recordset(i.postings) AS (kind text, owner uuid, currency text, amount bigint)
      ) WITH ORDINALITY AS p (kind, owner, currency, amount, n)
  )
  SELECT i.ord, w.transaction_id, w.posted
  FROM entry e, posting p,
    LATERAL ledger.post_entries(e.kinds, e.refs, e.subjects, e.times, p.entries, p.ns, p.kinds, p.owners,
      p.currencies, p.amounts, at) w
    JOIN item i ON i.place = w.place
$$;
