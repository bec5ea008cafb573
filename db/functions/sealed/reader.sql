-- Returns the kind of reader: advocate, person, business, auditor, system, or code (a caller who entered only a reply code).
-- Set by libs/advocacy/src/database/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.reader() RETURNS text
LANGUAGE sql STABLE
  RETURN coalesce(current_setting('sealed.reader', true), '');
