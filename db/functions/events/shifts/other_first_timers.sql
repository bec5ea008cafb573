-- Returns how many first-timers are on a shift, including its waitlist, besides a volunteer. First-timers have not completed a
-- shift of any chapter. An unverified address counts as a first-timer.
-- Called by db/functions/events/shifts/may_take.sql
-- Called by db/functions/events/shifts/first_timers_on.sql
CREATE OR REPLACE FUNCTION events.other_first_timers(shift uuid, volunteer uuid) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT count(*)::integer FROM events.signup u
  WHERE u.shift_id = shift AND u.status NOT IN ('cancelled', 'expired') AND u.repeat_of IS NULL
    AND u.volunteer_id IS DISTINCT FROM volunteer
    AND NOT (u.proven_at IS NOT NULL AND events.has_helped(u.volunteer_id))
$$;
