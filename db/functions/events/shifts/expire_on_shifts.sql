-- Expires unconfirmed sign-ups, offers and reserved spots on these shifts, offers their places to the waitlist and returns how many
-- expired.
-- The caller must hold the locks of the shifts. A volunteer whose offer expired gets one email and no second offer of that
-- place.
-- Called by libs/events/src/waitlist/waitlist.ts
CREATE OR REPLACE FUNCTION events.expire_on_shifts(shifts uuid[], at timestamptz, offer_hours float8) RETURNS integer
LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
DECLARE
  unconfirmed uuid[] := ARRAY(
    SELECT u.id FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.proven_at IS NULL AND u.expires_at <= at
      AND u.status IN ('confirmed', 'waitlisted', 'offered')
  );
  lapsed uuid[] := ARRAY(
    SELECT u.id FROM events.signup u
    WHERE u.shift_id = ANY (shifts) AND u.status = 'offered' AND u.offer_expires_at <= at
  );
  released integer := events.release_reserved_spots(shifts, at);
BEGIN
  PERFORM events.end_signups(unconfirmed || lapsed, 'expired', at);
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'signup-expired/' || u.id, 'signup-expired', u.id, v.email, u.locale, at
  FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
  WHERE u.id = ANY (lapsed)
  ON CONFLICT (key) DO NOTHING;
  PERFORM events.offer_places(shifts, at, offer_hours);
  RETURN cardinality(unconfirmed) + cardinality(lapsed) + released;
END $$;
