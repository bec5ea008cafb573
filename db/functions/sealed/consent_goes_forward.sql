-- Refuses to change the time at which a consent was given, and any change after it was revoked.
CREATE OR REPLACE FUNCTION sealed.consent_goes_forward() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (OLD.given_at IS NOT NULL AND NEW.given_at IS DISTINCT FROM OLD.given_at)
    OR (OLD.revoked_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
    RAISE EXCEPTION 'A consent is given once and taken back once.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_goes_forward';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER consent_goes_forward BEFORE UPDATE ON sealed.consent
  FOR EACH ROW EXECUTE FUNCTION sealed.consent_goes_forward();
