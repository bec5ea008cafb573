-- Returns the record of the person, or the business.
-- Set by libs/advocacy/src/database/set-reader.ts
CREATE OR REPLACE FUNCTION sealed.subject() RETURNS uuid
LANGUAGE sql STABLE
  RETURN nullif(current_setting('sealed.subject', true), '')::uuid;
