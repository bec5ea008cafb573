-- Returns the slow hash of the reply code the caller entered.
-- Called by libs/advocacy/src/codes/code-gate.ts
CREATE OR REPLACE FUNCTION sealed.code() RETURNS bytea
LANGUAGE sql STABLE
  RETURN decode(coalesce(current_setting('sealed.code', true), ''), 'hex');
