-- The caller must hold the locks of the shifts, and its settings pin the plan.
-- Called by db/functions/events/shifts/take_places.sql
CREATE OR REPLACE FUNCTION events.expire_overdue(shifts uuid[], at timestamptz, offer_hours float8) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.proven_at IS NULL AND u.expires_at <= at
      AND u.status IN ('confirmed', 'waitlisted', 'offered')
  ) OR EXISTS (
    SELECT FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.status = 'offered' AND u.offer_expires_at <= at
  ) OR EXISTS (
    SELECT FROM events.shift s WHERE s.id = ANY (shifts) AND s.reserved > 0 AND s.reserved_until <= at
  ) THEN
    PERFORM events.expire_on_shifts(shifts, at, offer_hours);
  END IF;
END $$;
