-- Returns the account of the current reader.
-- Set by libs/advocacy/src/database/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.actor() RETURNS uuid
LANGUAGE sql STABLE
  RETURN nullif(current_setting('sealed.actor', true), '')::uuid;
