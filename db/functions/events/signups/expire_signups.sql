-- Expires everything that is overdue on the shifts of up to 'most' expired sign-ups. Skips locked shifts, so that new
-- sign-ups never wait for this job.
-- Called by libs/events/src/waitlist/expiry.ts
CREATE OR REPLACE FUNCTION events.expire_signups(at timestamptz, offer_hours float8, most integer) RETURNS integer
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
BEGIN
  RETURN events.expire_on_shifts(ARRAY(
    SELECT s.id FROM events.shift s
    WHERE s.id IN (
      SELECT u.shift_id FROM events.signup u
      WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.expires_at <= at
      ORDER BY u.expires_at LIMIT most
    )
    ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
  ), at, offer_hours);
END $$;
