-- Books Stripe charges. Input: JSON array of { ord, gift, charge, payment_intent, amount, currency, happened }. Outcomes:
-- 'applied', 'there' (booked before), 'no-gift' (nothing is written), or 'second-charge' and 'charge-differs', which are booked
-- as unmatched money and shown as a discrepancy.
--
-- Locking: gifts in ID order, then the ledger's locks, then the totals. All code that changes the money of a gift uses this
-- order.
-- Called by libs/payments/src/booking/gift-booking.ts
CREATE OR REPLACE FUNCTION fundraising.book_payments(items jsonb, at timestamptz)
RETURNS TABLE (ord integer, outcome text)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
#variable_conflict use_column
DECLARE
  -- Parallel arrays with one element per payment, in the order of ord.
  ords integer[];
  gifts uuid[];
  charges text[];
  intents text[];
  amounts bigint[];
  currencies text[];
  times timestamptz[];
  campaigns uuid[];
  intended bigint[];
  covers bigint[];
  expected bigint[];
  outcomes text[];
  -- Array positions of the payments that move money.
  moving integer[];
  applied uuid[];
BEGIN
  PERFORM FROM fundraising.gift g
    WHERE g.id = ANY (ARRAY(SELECT (i ->> 'gift')::uuid FROM jsonb_array_elements(items) i))
    ORDER BY g.id FOR NO KEY UPDATE;

  SELECT array_agg(i.ord ORDER BY i.ord), array_agg(i.gift ORDER BY i.ord), array_agg(i.charge ORDER BY i.ord),
    array_agg(i.payment_intent ORDER BY i.ord), array_agg(i.amount ORDER BY i.ord),
    array_agg(i.currency ORDER BY i.ord), array_agg(i.happened ORDER BY i.ord),
    array_agg(i.campaign_id ORDER BY i.ord), array_agg(i.intended_minor ORDER BY i.ord),
    array_agg(i.cover_minor ORDER BY i.ord), array_agg(i.charged_minor ORDER BY i.ord),
    array_agg(CASE
      WHEN i.known IS NULL THEN 'no-gift'
      WHEN i.charge_id = i.charge OR i.nth_of_charge > 1 THEN 'there'
      WHEN i.charge_id IS NOT NULL OR i.nth_of_gift > 1 THEN 'second-charge'
      WHEN i.amount <> i.charged_minor OR i.currency <> i.gift_currency THEN 'charge-differs'
      ELSE 'applied'
    END ORDER BY i.ord)
  INTO ords, gifts, charges, intents, amounts, currencies, times, campaigns, intended, covers, expected, outcomes
  FROM (
    SELECT i.*, g.campaign_id, g.intended_minor, g.cover_minor, g.id AS known, g.charge_id, g.charged_minor,
      g.currency AS gift_currency,
      row_number() OVER (PARTITION BY i.charge ORDER BY i.ord) AS nth_of_charge,
      row_number() OVER (PARTITION BY i.gift ORDER BY i.ord) AS nth_of_gift
    FROM jsonb_to_recordset(items) AS i (ord integer, gift uuid, charge text, payment_intent text, amount bigint,
        currency text, happened timestamptz)
      LEFT JOIN fundraising.gift g ON g.id = i.gift
  ) i;

  moving := ARRAY(
    SELECT v.place::integer FROM unnest(outcomes) WITH ORDINALITY AS v (outcome, place)
    WHERE v.outcome IN ('applied', 'second-charge', 'charge-differs') ORDER BY v.place
  );
  -- Book money for its gift, or as unmatched. Payments that the ledger already has were booked before.
  WITH entry AS (
    SELECT array_agg('charge'::text) AS kinds, array_agg('charge:' || charges[m.place]) AS refs,
      array_agg(gifts[m.place]) AS subjects, array_agg(times[m.place]) AS happened
    FROM unnest(moving) AS m (place)
  ), posting AS (
    SELECT array_agg(m.nth::integer) AS entries, array_agg(p.n) AS ns, array_agg(p.kind) AS kinds,
      array_agg(p.owner) AS owners, array_agg(currencies[m.place]) AS currencies, array_agg(p.amount) AS amounts
    FROM unnest(moving) WITH ORDINALITY AS m (place, nth) CROSS JOIN LATERAL (
      SELECT * FROM (VALUES
        (true, 1, 'stripe-balance', NULL::uuid, amounts[m.place]),
        (true, 2, 'fund', campaigns[m.place], -intended[m.place]),
        (true, 3, 'fee-cover', campaigns[m.place], -covers[m.place]),
        (false, 1, 'stripe-balance', NULL, amounts[m.place]),
        (false, 2, 'unmatched', NULL, -amounts[m.place])
      ) AS p (of_gift, n, kind, owner, amount)
      WHERE p.of_gift = (outcomes[m.place] = 'applied')
    ) p
  ), posted AS (
    SELECT w.place FROM entry e, posting p,
      LATERAL ledger.post_entries(e.kinds, e.refs, e.subjects, e.happened, p.entries, p.ns, p.kinds, p.owners,
        p.currencies, p.amounts, at) w
    WHERE w.posted
  )
  SELECT array_agg(CASE
      WHEN v.outcome IN ('there', 'no-gift') OR p.place IS NOT NULL THEN v.outcome ELSE 'there'
    END ORDER BY v.place) INTO outcomes
  FROM unnest(outcomes) WITH ORDINALITY AS v (outcome, place)
    LEFT JOIN (SELECT moving[posted.place] AS place FROM posted) p ON p.place = v.place;

  WITH paid AS (
    UPDATE fundraising.gift g
    SET status = 'paid', paid_at = v.happened, charge_id = v.charge, failure_code = NULL,
      payment_intent_id = coalesce(v.payment_intent, g.payment_intent_id)
    FROM unnest(gifts, charges, intents, times, outcomes) AS v (gift, charge, payment_intent, happened, outcome)
    WHERE v.outcome = 'applied' AND g.id = v.gift
    RETURNING g.id
  )
  SELECT array_agg(id) INTO applied FROM paid;
  IF applied IS NOT NULL THEN
    PERFORM fundraising.count_gifts(applied);
  END IF;

  IF outcomes && ARRAY['second-charge', 'charge-differs'] THEN
    INSERT INTO fundraising.discrepancy (kind, about, gift_id, expected_minor, found_minor, currency, found_at)
      SELECT v.outcome, 'charge:' || v.charge, v.gift, CASE WHEN v.outcome = 'charge-differs' THEN v.due ELSE 0 END,
        v.amount, v.currency, at
      FROM unnest(gifts, charges, amounts, currencies, expected, outcomes)
        AS v (gift, charge, amount, currency, due, outcome)
      WHERE v.outcome IN ('second-charge', 'charge-differs')
      ON CONFLICT (kind, about) WHERE settled_at IS NULL DO NOTHING;
  END IF;

  RETURN QUERY SELECT v.ord, v.outcome FROM unnest(ords, outcomes) AS v (ord, outcome);
END $$;
