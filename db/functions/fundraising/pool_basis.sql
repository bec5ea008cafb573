-- Returns everything a pool's matches depend on, as text. If the text is unchanged, the matches are current.
-- Called by libs/donations/src/matching/match-gifts.processor.ts
CREATE OR REPLACE FUNCTION fundraising.pool_basis(pool fundraising.matching_pool) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', t.gift_count, t.intended_minor, t.refunded_minor, t.lost_minor, pool.ratio_percent,
    pool.cap_minor, pool.per_gift_cap_minor, extract(epoch FROM pool.starts_at), extract(epoch FROM pool.ends_at),
    extract(epoch FROM pool.closed_at))
  FROM (SELECT) one LEFT JOIN fundraising.progress t ON t.owner_id = pool.campaign_id
$$;
