-- Returns the job of a reader that is the system.
-- Set by libs/advocacy/src/database/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.job() RETURNS text
LANGUAGE sql STABLE
  RETURN coalesce(current_setting('sealed.job', true), '');
