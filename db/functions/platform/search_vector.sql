-- What search finds something by: its name first, then what says most, then all the rest. Accents and endings do not
-- count, those of the text's own language; of a text that may be in either language (null) those of both.
-- Columns are made of this: a new meaning needs a migration that writes them again. Its body is not a text, so that PostgreSQL
-- knows what it needs: a dump is restored with the search configurations before the tables.
-- Called by libs/platform/src/search/search.service.ts
CREATE OR REPLACE FUNCTION platform.search_vector(language text, title text, more text, rest text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN language = 'es' THEN ''::tsvector ELSE
      setweight(to_tsvector('platform.english', coalesce(title, '')), 'A')
      || setweight(to_tsvector('platform.english', coalesce(more, '')), 'B')
      || setweight(to_tsvector('platform.english', left(coalesce(rest, ''), 8000)), 'D') END
    || CASE WHEN language = 'en' THEN ''::tsvector ELSE
      setweight(to_tsvector('platform.spanish', coalesce(title, '')), 'A')
      || setweight(to_tsvector('platform.spanish', coalesce(more, '')), 'B')
      || setweight(to_tsvector('platform.spanish', left(coalesce(rest, ''), 8000)), 'D') END;
