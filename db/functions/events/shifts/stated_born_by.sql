-- Returns the latest possible date of birth of a person who says that they are old enough for a shift: that they reach its minimum
-- age by its day, or 18 if minors attend. Returns null if they don't say so.
-- Called by db/functions/events/shifts/may_take.sql
-- Called by db/functions/events/shifts/judge_signups.sql
CREATE OR REPLACE FUNCTION events.stated_born_by(shift events.shift, event events.event, old_enough boolean) RETURNS date
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN old_enough THEN (shift.starts_at_local::date - make_interval(years =>
    greatest(shift.minimum_age, CASE WHEN event.with_minors THEN 18 END)))::date END
$$;
