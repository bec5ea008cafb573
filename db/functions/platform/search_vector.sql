-- What search finds something by: its name first, then what says most, then all the rest. Accents and endings do not
-- count, those of the text's own language; of a text that may be in either language (null) those of both.
-- Columns are made of this: a new meaning needs a migration that writes them again. Written as RETURN, it leans on its two
-- configurations, so that pg_dump has them before the tables; as a text it would not, and no dump could be restored.
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
