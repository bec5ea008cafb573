-- Returns the filter values of a volunteer for a chapter's list: one for each skill, interest, language and weekday. Each
-- contains the chapter, so that one index answers combined filters within a chapter.
-- Called by db/functions/volunteers/profile/membership_takes_after_volunteer.sql
CREATE OR REPLACE FUNCTION volunteers.traits(chapter uuid, terms uuid[], languages text[], availability jsonb)
RETURNS uuid[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT md5(chapter || '/' || t.trait)::uuid), '{}') FROM (
    SELECT unnest(terms)::text AS trait
    UNION ALL SELECT 'language/' || unnest(languages)
    UNION ALL SELECT 'weekday/' || (part ->> 'weekday') FROM jsonb_array_elements(availability) part
  ) t
$$;
