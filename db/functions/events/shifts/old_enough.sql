-- Returns true if a volunteer is at least this old on a day, or null if their answers don't tell. A year of birth is not a
-- birthday: in the year they reach the age, only `born_by` (from their answer to the age question) decides.
-- Called by libs/events/src/one-click/verified-sign-up.service.ts
CREATE OR REPLACE FUNCTION events.old_enough(years integer, on_day date, birth_year integer, minor boolean, born_by date)
RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN extract(year FROM on_day)::integer - birth_year < years OR (minor AND years >= 18) THEN false
    WHEN extract(year FROM on_day)::integer - birth_year > years
      OR born_by <= (on_day - make_interval(years => years))::date THEN true
  END
$$;
