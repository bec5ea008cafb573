-- Whether somebody is so many years old on a day: null where what they said does not tell. A year of birth is not a
-- birthday: in the year in which they turn so old, only what they said besides (`born_by`) tells.
-- Called by libs/events/src/signups/own-sign-up.service.ts
CREATE OR REPLACE FUNCTION events.old_enough(years integer, on_day date, birth_year integer, minor boolean, born_by date)
RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN extract(year FROM on_day)::integer - birth_year < years OR (minor AND years >= 18) THEN false
    WHEN extract(year FROM on_day)::integer - birth_year > years
      OR born_by <= (on_day - make_interval(years => years))::date THEN true
  END
$$;
