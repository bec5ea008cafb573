-- Expires up to 'most' offers that were not accepted in time, and spots reserved for people who were asked. Works like
-- events.expire_signups.
-- Called by libs/events/src/waitlist/expiry.ts
CREATE OR REPLACE FUNCTION events.expire_offers(at timestamptz, offer_hours float8, most integer) RETURNS integer
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN events.expire_on_shifts(ARRAY(
    SELECT s.id FROM events.shift s
    WHERE s.id IN (
      SELECT u.shift_id FROM events.signup u
      WHERE u.status = 'offered' AND u.offer_expires_at <= at
      ORDER BY u.offer_expires_at LIMIT most
    ) OR s.id IN (
      SELECT h.id FROM events.shift h WHERE h.reserved > 0 AND h.reserved_until <= at ORDER BY h.reserved_until LIMIT most
    )
    ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
  ), at, offer_hours);
END $$;
