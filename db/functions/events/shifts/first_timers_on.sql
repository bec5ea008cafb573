-- Returns how many first-timers are on a shift, including its waitlist.
-- Called by db/functions/events/shifts/judge_signups.sql
-- Called by libs/events/src/eligible-shifts/eligible-conditions.ts
CREATE OR REPLACE FUNCTION events.first_timers_on(shift uuid) RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT events.other_first_timers(shift, NULL)
$$;
