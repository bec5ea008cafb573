-- Call it once for each gift.
-- Called by db/functions/fundraising/book_payments.sql
CREATE OR REPLACE FUNCTION fundraising.count_gifts(ids uuid[]) RETURNS void
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
  INSERT INTO fundraising.progress AS t (owner_id, gift_count, intended_minor)
    SELECT o.owner_id, count(*), sum(g.intended_minor)
    FROM fundraising.gift g CROSS JOIN LATERAL (VALUES (g.campaign_id), (g.page_id)) AS o (owner_id)
    WHERE g.id = ANY (ids) AND o.owner_id IS NOT NULL
    GROUP BY o.owner_id ORDER BY o.owner_id
    ON CONFLICT (owner_id) DO UPDATE SET gift_count = t.gift_count + excluded.gift_count,
      intended_minor = t.intended_minor + excluded.intended_minor;

  -- The condition is rarely true and avoids writing the campaign's row with every gift.
  UPDATE fundraising.campaign c SET first_gift_at = f.first_at
    FROM (
      SELECT g.campaign_id, min(g.paid_at) AS first_at FROM fundraising.gift g
      WHERE g.id = ANY (ids) GROUP BY g.campaign_id ORDER BY g.campaign_id
    ) f
    WHERE c.id = f.campaign_id AND (c.first_gift_at IS NULL OR c.first_gift_at > f.first_at);
END $$;
