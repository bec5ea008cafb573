-- Which job it is, where the reader is the system.
-- Said by libs/advocacy/src/sealed/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.job() RETURNS text
LANGUAGE sql STABLE
  RETURN coalesce(current_setting('sealed.job', true), '');
