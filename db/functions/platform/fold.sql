-- How text is searched: without capitals and accents. unaccent() is only STABLE because its dictionary could change;
-- ours does not, and an index needs IMMUTABLE. Columns and indexes are made of this: a new meaning needs a migration
-- that writes them again.
-- Called by libs/platform/src/database/conditions.ts
CREATE OR REPLACE FUNCTION platform.fold(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;
