-- Returns the program's time, which all rules of the sealed zone use.
-- Called by libs/advocacy/src/applications/consent-rows.ts
CREATE OR REPLACE FUNCTION sealed.clock_now() RETURNS timestamptz
LANGUAGE sql STABLE
  RETURN nullif(current_setting('sealed.now', true), '')::timestamptz;
