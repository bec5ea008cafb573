-- Normalizes text for search: lower case, no accents. unaccent() is only STABLE because its dictionary could change; ours
-- doesn't, and an index needs IMMUTABLE. Columns and indexes store the result: changing this function needs a migration that
-- rewrites them.
-- Called by libs/platform/src/database/conditions.ts
CREATE OR REPLACE FUNCTION platform.fold(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;
