-- Number, amount, date and text stay for the ledger and the law. Removing the name is
-- the only change a receipt allows.
-- Called by libs/accounting/src/receipts/receipt.entity.ts
CREATE OR REPLACE FUNCTION fundraising.nameless_receipt(content jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT content || jsonb_build_object('donorName', '—', 'facts', coalesce((
    SELECT jsonb_agg(CASE WHEN f.fact->>1 = content->>'donorName' THEN jsonb_set(f.fact, '{1}', '"—"') ELSE f.fact END ORDER BY f.n)
    FROM jsonb_array_elements(content->'facts') WITH ORDINALITY AS f (fact, n)
  ), '[]'))
$$;
