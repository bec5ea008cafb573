-- Runs fundraising.book_payments for webhooks. Items also have { event, type, created }. Event IDs are stored in the same
-- transaction, and the charge of a repeated event is 'there' and changes nothing.
-- Called by libs/payments/src/stripe/charge-intake.ts
CREATE OR REPLACE FUNCTION fundraising.book_charges(items jsonb, at timestamptz)
RETURNS TABLE (ord integer, outcome text)
LANGUAGE sql AS $$
  WITH booked AS MATERIALIZED (SELECT b.ord, b.outcome FROM fundraising.book_payments(items, at) b),
  kept AS (
    INSERT INTO fundraising.stripe_event (id, type, object_id, outcome, created_at, received_at)
    SELECT i.event, i.type, i.charge,
      CASE WHEN b.outcome IN ('there', 'no-gift') THEN 'nothing-to-do' ELSE 'applied' END, i.created, at
    FROM jsonb_to_recordset(items) AS i (ord integer, event text, type text, charge text, created timestamptz)
      JOIN booked b ON b.ord = i.ord
    ORDER BY i.event, i.ord
    ON CONFLICT (id) DO NOTHING
  )
  SELECT b.ord, b.outcome FROM booked b ORDER BY b.ord
$$;
