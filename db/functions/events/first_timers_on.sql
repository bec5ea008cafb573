-- Returns how many volunteers on a shift, including its waitlist, have not completed a shift of any chapter. An unverified
-- address counts as a first-timer.
-- Called by db/functions/events/place_signups.sql
CREATE OR REPLACE FUNCTION events.first_timers_on(shift uuid) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT count(*)::integer FROM events.signup u
  WHERE u.shift_id = shift AND u.status NOT IN ('cancelled', 'expired') AND u.repeat_of IS NULL
    AND NOT (u.proven_at IS NOT NULL AND events.has_helped(u.volunteer_id))
$$;
