-- At events with minors, a volunteer must be known to be an adult. Volunteers who say they are minors may sign up.
-- Called by db/functions/events/shifts/may_take.sql
CREATE OR REPLACE FUNCTION events.age_refusal(minimum integer, with_minors boolean, on_day date, birth_year integer,
  minor boolean, born_by date)
RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN NOT events.old_enough(minimum, on_day, birth_year, minor, born_by) THEN 'TOO_YOUNG'
    WHEN minimum > 0 AND events.old_enough(minimum, on_day, birth_year, minor, born_by) IS NULL THEN 'AGE_NEEDED'
    WHEN with_minors AND birth_year IS NULL AND NOT minor
      AND events.old_enough(18, on_day, birth_year, minor, born_by) IS NULL THEN 'AGE_NEEDED'
  END
$$;
