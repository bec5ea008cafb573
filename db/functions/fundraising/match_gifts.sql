-- Recalculates the matches of one pool by its rule: gifts in payment order, each by the ratio up to the cap per gift, until the
-- pool is used up. Refunded and lost amounts are not matched; what this frees goes to the first gifts that were cut short.
-- Returns the number of changed matches, at most 'most'. Reductions come first, so that the cap holds after every call.
-- Called by libs/donations/src/matching/match-gifts.processor.ts
CREATE OR REPLACE FUNCTION fundraising.match_gifts(pool uuid, at timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  p fundraising.matching_pool;
  basis text;
  items jsonb;
  delta bigint;
  changed integer;
BEGIN
  SELECT * INTO p FROM fundraising.matching_pool WHERE id = pool FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN 0; END IF;
  -- Read before the gifts: a gift that is added in between triggers another run.
  basis := fundraising.pool_basis(p);

  WITH wanted AS (
    SELECT g.id, g.paid_at,
      least(greatest(0, g.intended_minor - g.refunded_intended_minor - g.lost_intended_minor) * p.ratio_percent / 100,
        p.per_gift_cap_minor) AS want
    FROM fundraising.gift g
    WHERE g.campaign_id = p.campaign_id AND g.currency = p.currency
      AND g.paid_at >= p.starts_at AND g.paid_at < least(p.ends_at, p.closed_at) AND g.status <> 'cancelled'
  ), due AS (
    SELECT id, paid_at, least(want, greatest(0, p.cap_minor
      - (sum(want) OVER (ORDER BY paid_at, id ROWS UNBOUNDED PRECEDING))::bigint + want)) AS amount
    FROM wanted
  ), change AS (
    SELECT gift_id, d.target, d.difference
    FROM (SELECT id AS gift_id, paid_at, amount FROM due) due
    FULL JOIN (SELECT * FROM fundraising.match WHERE pool_id = pool) m USING (gift_id)
    CROSS JOIN LATERAL (
      SELECT coalesce(due.amount, 0) AS target, coalesce(due.amount, 0) - coalesce(m.amount_minor, 0) AS difference
    ) d
    WHERE d.difference <> 0
    ORDER BY d.difference > 0, paid_at, gift_id
    LIMIT most
  ), written AS (
    INSERT INTO fundraising.match AS m (pool_id, gift_id, amount_minor, matched_at)
    SELECT pool, gift_id, target, at FROM change
    ON CONFLICT (pool_id, gift_id) DO UPDATE SET amount_minor = excluded.amount_minor,
      revision = m.revision + 1, matched_at = excluded.matched_at
    RETURNING m.gift_id, m.revision
  )
  SELECT count(*), coalesce(sum(difference), 0), jsonb_agg(jsonb_build_object(
    'ord', ord, 'kind', 'match', 'ref', concat_ws(':', 'match', pool, gift_id, revision), 'subject', gift_id,
    'happened', at, 'postings', jsonb_build_array(
      jsonb_build_object('kind', 'matching-receivable', 'owner', pool, 'currency', p.currency, 'amount', difference),
      jsonb_build_object('kind', 'matched-promised', 'owner', p.campaign_id, 'currency', p.currency,
        'amount', -difference)
    )
  )) INTO changed, delta, items
  FROM (SELECT *, row_number() OVER (ORDER BY gift_id) AS ord FROM change JOIN written USING (gift_id)) done;

  IF changed > 0 THEN PERFORM FROM ledger.post_transactions(items, at); END IF;
  UPDATE fundraising.matching_pool SET matched_minor = matched_minor + delta, looked_at = at,
    seen = CASE WHEN changed < most THEN basis END
  WHERE id = pool;
  RETURN changed;
END $$;
