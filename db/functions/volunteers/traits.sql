-- What the list of a chapter is narrowed by, of somebody it knows: a value for each skill, interest, language and weekday,
-- with the chapter in it, so that one index finds those of this chapter who can do this on that day.
-- Called by db/functions/volunteers/membership_takes_after_volunteer.sql
CREATE OR REPLACE FUNCTION volunteers.traits(chapter uuid, terms uuid[], languages text[], availability jsonb)
RETURNS uuid[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT md5(chapter || '/' || t.trait)::uuid), '{}') FROM (
    SELECT unnest(terms)::text AS trait
    UNION ALL SELECT 'language/' || unnest(languages)
    UNION ALL SELECT 'weekday/' || (part ->> 'weekday') FROM jsonb_array_elements(availability) part
  ) t
$$;
