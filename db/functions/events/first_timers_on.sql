-- How many people on a shift, its waitlist included, have never completed one, as far as is known: who typed an address
-- has not shown yet that it is theirs. A shift is completed once for the whole organisation.
-- Called by db/functions/events/place_signups.sql
CREATE OR REPLACE FUNCTION events.first_timers_on(shift uuid) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT count(*)::integer FROM events.signup u
  WHERE u.shift_id = shift AND u.status NOT IN ('cancelled', 'expired') AND u.repeat_of IS NULL
    AND NOT (u.proven_at IS NOT NULL AND events.has_helped(u.volunteer_id))
$$;
