-- The order in which refunds and disputes arrive doesn't matter.
-- Called by libs/payments/src/booking/gift-booking.ts
CREATE OR REPLACE FUNCTION fundraising.settle_gifts(ids uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM fundraising.gift g WHERE g.id = ANY (ids) ORDER BY g.id FOR NO KEY UPDATE;

  WITH facts AS MATERIALIZED (
    SELECT g.id, g.campaign_id, g.page_id, r.refunded, r.intended AS refunded_intended,
      least(d.lost, g.charged_minor - r.refunded) AS lost,
      least(d.lost, g.charged_minor - r.refunded, g.intended_minor - r.intended) AS lost_intended,
      g.refunded_intended_minor AS refunded_before, g.lost_intended_minor AS lost_before,
      CASE
        WHEN g.paid_at IS NULL OR g.status = 'cancelled' THEN g.status
        WHEN d.is_open THEN 'disputed'
        WHEN d.lost > 0 THEN 'lost'
        WHEN r.refunded > 0 AND r.refunded >= g.charged_minor THEN 'refunded'
        WHEN r.refunded > 0 THEN 'partly_refunded'
        ELSE 'paid'
      END AS status
    FROM fundraising.gift g
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(f.amount_minor), 0) AS refunded, coalesce(sum(f.intended_minor), 0) AS intended
        FROM fundraising.refund f WHERE f.gift_id = g.id AND f.status IN ('pending', 'succeeded')
      ) r
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount_minor) FILTER (WHERE p.status = 'lost'), 0) AS lost,
          coalesce(bool_or(p.closed_at IS NULL), false) AS is_open
        FROM fundraising.dispute p WHERE p.gift_id = g.id
      ) d
    WHERE g.id = ANY (ids)
  ), settled AS (
    UPDATE fundraising.gift g
    SET refunded_minor = f.refunded, refunded_intended_minor = f.refunded_intended, lost_minor = f.lost,
      lost_intended_minor = f.lost_intended, status = f.status
    FROM facts f WHERE g.id = f.id
  )
  INSERT INTO fundraising.progress AS t (owner_id, refunded_minor, lost_minor)
    SELECT o.owner_id, sum(f.refunded_intended - f.refunded_before), sum(f.lost_intended - f.lost_before)
    FROM facts f CROSS JOIN LATERAL (VALUES (f.campaign_id), (f.page_id)) AS o (owner_id)
    WHERE o.owner_id IS NOT NULL
      AND (f.refunded_intended <> f.refunded_before OR f.lost_intended <> f.lost_before)
    GROUP BY o.owner_id ORDER BY o.owner_id
    ON CONFLICT (owner_id) DO UPDATE SET refunded_minor = t.refunded_minor + excluded.refunded_minor,
      lost_minor = t.lost_minor + excluded.lost_minor;
END $$;
