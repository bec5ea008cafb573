-- Returns the search vector of a row: title (weight A), more (B), rest (D). Accents and word endings are ignored by the rules
-- of its language; a text without a language (null) uses both English and Spanish. Columns store the result: changing this
-- function needs a migration that rewrites them. The body uses RETURN, so that it depends on its configurations and pg_dump
-- writes them before the tables; with a quoted body, dumps could not be restored.
-- Called by libs/platform/src/search/search.service.ts
CREATE OR REPLACE FUNCTION platform.search_vector(language text, title text, more text, rest text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN language = 'es' THEN ''::tsvector ELSE
      setweight(to_tsvector('platform.english'::regconfig, coalesce(title, '')), 'A')
      || setweight(to_tsvector('platform.english'::regconfig, coalesce(more, '')), 'B')
      || setweight(to_tsvector('platform.english'::regconfig, left(coalesce(rest, ''), 8000)), 'D') END
    || CASE WHEN language = 'en' THEN ''::tsvector ELSE
      setweight(to_tsvector('platform.spanish'::regconfig, coalesce(title, '')), 'A')
      || setweight(to_tsvector('platform.spanish'::regconfig, coalesce(more, '')), 'B')
      || setweight(to_tsvector('platform.spanish'::regconfig, left(coalesce(rest, ''), 8000)), 'D') END;
