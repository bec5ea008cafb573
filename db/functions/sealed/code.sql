-- The slow hash of the code that was said.
-- Called by libs/advocacy/src/codes/code-gate.ts
CREATE OR REPLACE FUNCTION sealed.code() RETURNS bytea
LANGUAGE sql STABLE
  RETURN decode(coalesce(current_setting('sealed.code', true), ''), 'hex');
